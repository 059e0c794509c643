package dev.frontdesk;

/** Starts Frontdesk: the console without arguments, the command line with them. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.out.println("Frontdesk " + String.join(" ", args));
  }
}

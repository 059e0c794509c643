package dev.frontdesk.ui.kit;

/** Who did something, as the journal keeps it: an ARN with the desk's user in parentheses. */
public final class Identity {
  private Identity() {}

  /** The desk's user where there is one, else the last part of the ARN. */
  public static String shortened(String who) {
    int open = who.lastIndexOf('(');
    return open >= 0 && who.endsWith(")")
        ? who.substring(open + 1, who.length() - 1)
        : who.substring(Math.max(who.lastIndexOf('/'), who.lastIndexOf(':')) + 1);
  }

  /** Without the desk, where there is room for one word. */
  public static String name(String shortened) {
    int at = shortened.indexOf('@');
    return at > 0 ? shortened.substring(0, at) : shortened;
  }
}

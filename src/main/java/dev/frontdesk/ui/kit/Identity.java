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

  /** The desk's user, and the AWS role or user behind; the last alone where there is no desk. */
  public static String inShort(String who) {
    String desk = shortened(who);
    String[] arn = who.replaceFirst(" \\(.*", "").split("[:/]");
    // An assumed role's ARN ends in its session's name, which says less than the role's.
    boolean isRole = arn.length > 2 && arn[arn.length - 3].equals("assumed-role");
    String aws = arn[arn.length - (isRole ? 2 : 1)];
    return desk.equals(aws) || !who.endsWith(")") ? aws : desk + ", " + aws;
  }

  /** Without the desk, where there is room for one word. */
  public static String name(String shortened) {
    int at = shortened.indexOf('@');
    return at > 0 ? shortened.substring(0, at) : shortened;
  }
}

package dev.frontdesk.sandbox.faults;

/** What may happen to a request, by the words of a fault specification. */
public enum Fault {
  /** Refused for its rate, and not carried out. */
  THROTTLE("throttle"),
  /** Answered with a 5xx, which says nothing of whether a write was carried out. */
  ERROR("error"),
  /** Carried out, and the connection closed without an answer. */
  DROP_REPLY("drop-reply"),
  /** The connection broken off before anything was carried out. */
  RESET("reset"),
  /** Looked at only after a while; whatever else happens to it happens then. */
  DELAY("delay");

  private final String word;

  Fault(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}

package dev.frontdesk.sandbox.edge;

/** The bytes of a message. Nobody changes them: they are shared between answers. */
final class Body {
  static final Body EMPTY = new Body(new byte[0]);

  private final byte[] bytes;

  Body(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }

  int size() {
    return bytes.length;
  }
}

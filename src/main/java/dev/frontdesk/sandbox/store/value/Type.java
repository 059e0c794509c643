package dev.frontdesk.sandbox.store.value;

/** DynamoDB's data types, named as on the wire. */
public enum Type {
  S("STRING", 's'),
  N("NUMBER", 'n'),
  B("BINARY", 'b'),
  BOOL("BOOLEAN", 't'),
  NULL("NULL", '0'),
  SS("STRING_SET", 'S'),
  NS("NUMBER_SET", 'N'),
  BS("BINARY_SET", 'B'),
  L("LIST", 'l'),
  M("MAP", 'm');

  /** {@link #values} makes a copy with each call, and each attribute that is read asks. */
  private static final Type[] ALL = values();

  private final String longName;
  private final byte code;

  Type(String longName, char code) {
    this.longName = longName;
    this.code = (byte) code;
  }

  /** What marks this type in a stored item; never changed, or files could not be read. */
  byte code() {
    return code;
  }

  static Type ofCode(byte code) {
    for (Type type : ALL) {
      if (type.code == code) {
        return type;
      }
    }
    throw new IllegalArgumentException("no type has the code " + code);
  }

  /** The name some error messages use. */
  public String longName() {
    return longName;
  }

  /** Whether values of this type have an order and may be keys. */
  public boolean isOrdered() {
    return this == S || this == N || this == B;
  }

  public boolean isSet() {
    return this == SS || this == NS || this == BS;
  }

  /** The type of a set's elements. */
  public Type element() {
    return switch (this) {
      case SS -> S;
      case NS -> N;
      case BS -> B;
      default -> throw new IllegalStateException(this + " is no set");
    };
  }

  /** The set of values of this type. */
  public Type set() {
    return switch (this) {
      case S -> SS;
      case N -> NS;
      case B -> BS;
      default -> throw new IllegalStateException("no sets of " + this);
    };
  }
}

package dev.frontdesk.sandbox.store.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Items in the pages of the embedded store, so that a page's items are parsed once per load. */
public final class ItemType extends BasicDataType<Value.M> {
  public static final ItemType INSTANCE = new ItemType();

  /** Rough bytes of heap for an attribute beyond its content: entry, record, string headers. */
  private static final int OVERHEAD = 120;

  private ItemType() {}

  @Override
  public int getMemory(Value.M item) {
    return item.itemSize() + OVERHEAD * (1 + item.values().size());
  }

  @Override
  public Value.M[] createStorage(int size) {
    return new Value.M[size];
  }

  @Override
  public void write(WriteBuffer out, Value.M item) {
    writeFields(out, item);
  }

  @Override
  public Value.M read(ByteBuffer in) {
    return readFields(in);
  }

  private static void writeFields(WriteBuffer out, Value.M map) {
    out.putVarInt(map.values().size());
    map.values()
        .forEach((name, value) -> {
          writeBytes(out, name.getBytes(StandardCharsets.UTF_8));
          write(out, value);
        });
  }

  private static Value.M readFields(ByteBuffer in) {
    int size = DataUtils.readVarInt(in);
    Map<String, Value> values = LinkedHashMap.newLinkedHashMap(size);
    for (int i = 0; i < size; i++) {
      values.put(new String(readBytes(in), StandardCharsets.UTF_8), readValue(in));
    }
    return new Value.M(values);
  }

  private static void write(WriteBuffer out, Value value) {
    out.put(value.type().code());
    switch (value) {
      case Value.S s -> writeBytes(out, s.text().getBytes(StandardCharsets.UTF_8));
      case Value.B b -> writeBytes(out, b.bytes());
      case Value.N n -> {
        out.putInt(n.number().scale());
        writeBytes(out, n.number().unscaledValue().toByteArray());
      }
      case Value.Bool b -> out.put((byte) (b.value() ? 1 : 0));
      case Value.Null _ -> {}
      case Value.Elements set -> {
        out.putVarInt(set.values().size());
        set.values().forEach(element -> write(out, element));
      }
      case Value.L list -> {
        out.putVarInt(list.values().size());
        list.values().forEach(element -> write(out, element));
      }
      case Value.M map -> writeFields(out, map);
    }
  }

  private static Value readValue(ByteBuffer in) {
    Type type = Type.ofCode(in.get());
    return switch (type) {
      case S -> new Value.S(new String(readBytes(in), StandardCharsets.UTF_8));
      case B -> new Value.B(readBytes(in));
      case N -> {
        int scale = in.getInt();
        yield new Value.N(new BigDecimal(new BigInteger(readBytes(in)), scale));
      }
      case BOOL -> new Value.Bool(in.get() != 0);
      case NULL -> new Value.Null();
      case SS, NS, BS -> {
        int size = DataUtils.readVarInt(in);
        Set<Value> values = LinkedHashSet.newLinkedHashSet(size);
        for (int i = 0; i < size; i++) {
          values.add(readValue(in));
        }
        yield new Value.Elements(type, values);
      }
      case L -> {
        int size = DataUtils.readVarInt(in);
        List<Value> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
          values.add(readValue(in));
        }
        yield new Value.L(values);
      }
      case M -> readFields(in);
    };
  }

  private static void writeBytes(WriteBuffer out, byte[] bytes) {
    out.putVarInt(bytes.length).put(bytes);
  }

  private static byte[] readBytes(ByteBuffer in) {
    byte[] bytes = new byte[DataUtils.readVarInt(in)];
    in.get(bytes);
    return bytes;
  }
}

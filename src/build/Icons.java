import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/**
 * Makes the icons of all systems from the one picture: PNGs in every size, an .ico and an .icns.
 */
final class Icons {
  private static final int[] SIZES = {16, 24, 32, 48, 64, 128, 256};

  private static final Map<String, Integer> ICNS_TYPES =
      new TreeMap<>(
          Map.of(
              "icp4", 16, "icp5", 32, "ic11", 32, "icp6", 64, "ic12", 64, "ic07", 128, "ic13", 256,
              "ic08", 256));

  private Icons() {}

  static void write(Path picture, Path folder) throws IOException {
    Files.createDirectories(folder);
    BufferedImage whole = ImageIO.read(picture.toFile());
    Map<Integer, byte[]> pngs = new TreeMap<>();
    for (int size : SIZES) {
      pngs.put(size, png(scaled(whole, size)));
      Files.write(folder.resolve("frontdesk-" + size + ".png"), pngs.get(size));
    }
    Files.write(folder.resolve("frontdesk.ico"), ico(pngs));
    Files.write(folder.resolve("frontdesk.icns"), icns(pngs));
  }

  /** Halved until it is near: one step from 256 to 16 would drop most of the picture's points. */
  private static BufferedImage scaled(BufferedImage whole, int size) {
    BufferedImage now = whole;
    while (now.getWidth() > size) {
      int next = Math.max(size, (now.getWidth() + 1) / 2);
      var smaller = new BufferedImage(next, next, BufferedImage.TYPE_INT_ARGB);
      Graphics2D graphics = smaller.createGraphics();
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.drawImage(now, 0, 0, next, next, null);
      graphics.dispose();
      now = smaller;
    }
    return now;
  }

  private static byte[] png(BufferedImage image) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  /**
   * Windows' format: ICONDIR and ICONDIRENTRY, with PNGs inside, as Windows reads them since Vista.
   */
  private static byte[] ico(Map<Integer, byte[]> pngs) {
    int offset = 6 + 16 * pngs.size();
    int whole = offset + pngs.values().stream().mapToInt(png -> png.length).sum();
    ByteBuffer out = ByteBuffer.allocate(whole).order(ByteOrder.LITTLE_ENDIAN);
    out.putShort((short) 0).putShort((short) 1).putShort((short) pngs.size());
    for (var png : pngs.entrySet()) {
      byte side = (byte) (png.getKey() == 256 ? 0 : png.getKey()); // 0 says 256
      out.put(side).put(side).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32);
      out.putInt(png.getValue().length).putInt(offset);
      offset += png.getValue().length;
    }
    pngs.values().forEach(out::put);
    return out.array();
  }

  /** The Mac's format: a list of four letters, a length that counts itself, and a PNG. */
  private static byte[] icns(Map<Integer, byte[]> pngs) throws IOException {
    var parts = new ByteArrayOutputStream();
    var out = new DataOutputStream(parts);
    for (var type : ICNS_TYPES.entrySet()) {
      byte[] png = pngs.get(type.getValue());
      out.write(type.getKey().getBytes(StandardCharsets.US_ASCII));
      out.writeInt(png.length + 8);
      out.write(png);
    }
    var whole = new ByteArrayOutputStream();
    var head = new DataOutputStream(whole);
    head.write("icns".getBytes(StandardCharsets.US_ASCII));
    head.writeInt(parts.size() + 8);
    head.write(parts.toByteArray());
    return whole.toByteArray();
  }
}

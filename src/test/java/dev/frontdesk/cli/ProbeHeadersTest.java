package dev.frontdesk.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.publishing.Ticker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Request headers of a probe that no list of processes shows. */
class ProbeHeadersTest {
  private static final String PATH = "/projects/atlas/members";

  private final FakeDesk desk = new FakeDesk();

  @TempDir Path folder;

  @Test
  void aFileHasOneALine() throws Exception {
    String file = file("\uFEFFAuthorization: Bearer s3cret\r\n\r\n  X-Tenant: acme\n");

    assertEquals(0, probe("@" + file, "Accept-Language: de"), desk.err());

    assertEquals(
        Map.of("Authorization", "Bearer s3cret", "X-Tenant", "acme", "Accept-Language", "de"),
        desk.prober.sentToEdge());
    assertFalse((desk.out() + desk.err()).contains("s3cret"), "and none is printed");
  }

  @Test
  void soHasStandardInput() throws Exception {
    desk.typed = "Authorization: Bearer s3cret\n";
    assertEquals(0, probe("@-"), desk.err());
    assertEquals(Map.of("Authorization", "Bearer s3cret"), desk.prober.sentToEdge());
  }

  @Test
  void whatIsWrongIsToldWithItsPlaceAndNothingIsSent() throws Exception {
    String file = file("X-Tenant: acme\n\nBearer s3cret\n");
    assertRefused(file + ", line 3, has no colon; write", "@" + file);
    assertRefused("Header 1 has no colon; write", "Bearer s3cret");
    desk.typed = "A B: s3cret";
    assertRefused("standard input, line 1, begins with a name that HTTP does not allow", "@-");
    desk.typed = "Host: s3cret";
    assertRefused("standard input, line 1: Host is set by the probe itself", "@-");
    assertRefused(file + ", line 1: X-Tenant is given twice", "x-tenant: b", "@" + file);
    assertRefused(
        file + ", line 21: At most 20 headers",
        "@" + file("X: s3cret\n".transform(ProbeHeadersTest::numbered)));
  }

  @Test
  void whatCannotBeReadIsToldAndNothingIsSent() throws Exception {
    String nowhere = folder.resolve("no-such-file").toString();
    assertRefused("There is no file " + nowhere, "@" + nowhere);
    assertRefused(folder + " cannot be read", "@" + folder);
    assertRefused("--header @ names no file", "@");
    assertRefused(" has no header", "@" + file(" \n\n"));
    Path latin = Files.write(folder.resolve("latin"), new byte[] {'A', ':', (byte) 0xE4});
    assertRefused(latin + " is not in UTF-8", "@" + latin);
    assertRefused(" is longer than", "@" + file("s3cret\n".repeat(50_000)));
  }

  private static String numbered(String line) {
    var lines = new StringBuilder();
    for (int i = 1; i <= 21; i++) {
      lines.append(line.replaceFirst(":", i + ":"));
    }
    return lines.toString();
  }

  private void assertRefused(String sentence, String... headers) throws IOException {
    int status = probe(headers);
    assertEquals(2, status, desk.err());
    assertTrue(desk.err().contains(sentence), desk.err());
    assertFalse(desk.err().contains("s3cret"), desk.err());
    assertEquals(List.of(), desk.prober.originAsked());
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("headers.txt"), text, StandardCharsets.UTF_8)
        .toString();
  }

  private int probe(String... headers) throws IOException {
    List<String> command = new ArrayList<>(List.of("probe", PATH));
    for (String header : headers) {
      command.addAll(List.of("--header", header));
    }
    return desk.run(folder, Ticker.system(), command.toArray(String[]::new));
  }
}

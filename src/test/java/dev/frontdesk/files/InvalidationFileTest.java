package dev.frontdesk.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.frontdesk.invalidation.Invalidation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvalidationFileTest {
  private static final Instant CREATED = Instant.parse("2026-11-22T10:00:00.123Z");

  @TempDir Path folder;

  private static Invalidation completed(String id) {
    return new Invalidation(
        id, CREATED, true, "deploy \"1\"\n", List.of("/projects/1/名?a=\\b", "#tag", "/*"));
  }

  private InvalidationFile file() {
    return InvalidationFile.in(folder.resolve("deep"), "E1");
  }

  private Path path() throws IOException {
    try (var files = Files.list(folder.resolve("deep"))) {
      return files.findFirst().orElseThrow();
    }
  }

  /** Each sandbox is a distribution of its own, and most are never met again. */
  @Test
  void filesThatNobodyUsesAnyMoreAreRemoved() throws IOException {
    file().keep(completed("I1"));
    Path ours = path();
    Path gone = Files.writeString(ours.resolveSibling("invalidations-EGONE.jsonl"), "");
    Path fresh = Files.writeString(ours.resolveSibling("invalidations-EFRESH.jsonl"), "");
    Path foreign = Files.writeString(ours.resolveSibling("notes.txt"), "");
    for (Path old : List.of(ours, gone, foreign)) {
      Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(91))));
    }

    assertEquals(Optional.of(completed("I1")), file().find("I1"), "what is read is used");

    assertFalse(Files.exists(gone));
    assertTrue(Files.exists(ours) && Files.exists(fresh) && Files.exists(foreign));
  }

  @Test
  void whatIsKeptIsThereForTheNext() {
    InvalidationFile file = file();
    assertEquals(Optional.empty(), file.find("I1"));
    file.keep(completed("I1"));
    file.keep(completed("I2"));
    assertEquals(Optional.of(completed("I1")), file.find("I1"));

    InvalidationFile next = file();

    assertEquals(Optional.of(completed("I1")), next.find("I1"));
    assertEquals(Optional.empty(), next.find("I3"));
    assertEquals(Set.of(completed("I1"), completed("I2")), new HashSet<>(next.all()));
    assertEquals(List.of(), List.copyOf(InvalidationFile.in(folder, "E2").all()));
  }

  @Test
  void whatIsInProgressIsNotKept() {
    var inProgress = new Invalidation("I1", CREATED, false, "r", List.of("/a"));

    assertThrows(IllegalArgumentException.class, () -> file().keep(inProgress));
  }

  @Test
  void whatIsKnownIsNotWrittenAgain() throws IOException {
    file().keep(completed("I1"));
    file().keep(completed("I1"));

    assertEquals(1, Files.readAllLines(path()).size());
  }

  @Test
  void aNameOfAFileIsNeverAPathElsewhere() throws IOException {
    InvalidationFile.in(folder, "../../E1").keep(completed("I1"));

    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  /** A process may be killed after any byte that it writes. */
  @Test
  void aTornLastLineIsPassedOverAndOverwritten() throws IOException {
    InvalidationFile file = file();
    file.keep(completed("I1"));
    byte[] first = Files.readAllBytes(path());
    file.keep(completed("I2"));
    byte[] both = Files.readAllBytes(path());
    for (int length = first.length; length < both.length; length++) {
      Files.write(path(), Arrays.copyOf(both, length));
      InvalidationFile torn = file();
      assertTrue(torn.find("I1").isPresent());
      // All but its end is there: as good as whole.
      assertEquals(length == both.length - 1, torn.find("I2").isPresent());

      torn.keep(completed("I3"));

      InvalidationFile next = file();
      assertEquals(
          Set.of("I1", "I3"),
          next.all().stream().map(Invalidation::id).collect(Collectors.toSet()),
          "cut off at " + length);
    }
  }

  @Test
  void whatItDoesNotUnderstandIsPassedOver() throws IOException {
    file().keep(completed("I1"));
    byte[] nulls = new byte[20_000];
    for (String odd :
        List.of(
            "",
            "no JSON",
            "null",
            "[]",
            "{\"id\":\"I9\"}",
            "{\"id\":\"I9\",\"created\":\"then\",\"reference\":\"r\",\"items\":[]}",
            "{\"id\":\"I9\",\"created\":\"2026-11-22T10:00:00Z\",\"reference\":\"r\",\"items\":[null]}",
            new String(nulls, StandardCharsets.UTF_8))) {
      Files.writeString(path(), odd + "\n", StandardOpenOption.APPEND);
    }
    String newer =
        Files.readAllLines(path()).getFirst().replace("I1", "I2").replace("{", "{\"n\":1,");
    Files.writeString(path(), newer + "\n", StandardOpenOption.APPEND);
    Files.write(path(), new byte[] {(byte) 0xc3, '\n'}, StandardOpenOption.APPEND);
    file().keep(completed("I3"));

    assertEquals(
        Set.of("I1", "I2", "I3"),
        file().all().stream().map(Invalidation::id).collect(Collectors.toSet()));
  }

  @Test
  void whereNothingCanBeWrittenTheWorkGoesOn() throws IOException {
    Path noFolder = Files.writeString(folder.resolve("deep"), "a file");

    InvalidationFile file = file();
    file.keep(completed("I1"));
    file.keep(completed("I2"));

    assertEquals(Optional.of(completed("I1")), file.find("I1"));
    assertEquals("a file", Files.readString(noFolder));
    assertEquals(Optional.empty(), file().find("I1"));
  }

  @Test
  void isReadableByTheUserAlone() throws IOException {
    assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
    file().keep(completed("I1"));

    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path())));
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(path().getParent())));
  }

  @Test
  void anInterruptBreaksNothing() {
    file().keep(completed("I1"));
    InvalidationFile file = file();
    Thread.currentThread().interrupt();
    file.find("I1");
    file.keep(completed("I2"));
    assertTrue(Thread.interrupted(), "the interrupt is still there");

    assertTrue(file.find("I1").isPresent());
    file.keep(completed("I3"));
    assertTrue(file().find("I3").isPresent());
  }

  @Test
  void holdsTenThousand() {
    InvalidationFile file = file();
    for (int i = 0; i < 10_000; i++) {
      file.keep(completed("I" + i));
    }

    assertEquals(10_000, file().all().size());
  }

  /** What {@link #processesAppendAtOnce} starts: keeps so many under ids of its own. */
  static final class Appender {
    private Appender() {}

    public static void main(String[] args) throws IOException {
      InvalidationFile file = InvalidationFile.in(Path.of(args[0]), "E1");
      file.find("none");
      System.out.println("ready");
      System.in.read();
      IntStream.range(0, Integer.parseInt(args[2]))
          .forEach(i -> file.keep(completed(args[1] + "-" + i)));
    }
  }

  @Test
  void processesAppendAtOnce() throws IOException, InterruptedException {
    int each = 500;
    List<Process> processes = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      processes.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Appender.class.getName(),
                  folder.resolve("deep").toString(),
                  name,
                  Integer.toString(each))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    }
    for (Process process : processes) {
      assertEquals('r', process.getInputStream().read());
    }
    for (Process process : processes) {
      process.getOutputStream().close();
    }
    for (Process process : processes) {
      assertTrue(process.waitFor(60, TimeUnit.SECONDS));
      assertEquals(0, process.exitValue());
    }

    assertEquals(3 * each, file().all().size());
    List<String> lines = Files.readAllLines(path());
    assertEquals(3 * each, lines.size());
    assertFalse(lines.stream().anyMatch(line -> InvalidationLine.read(line).isEmpty()));
  }
}

package dev.frontdesk.cli;

import dev.frontdesk.problem.Problem;
import dev.frontdesk.problem.ProblemException;
import dev.frontdesk.publishing.RequestHeaders;
import dev.frontdesk.texts.ProblemText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Request headers as the command line gives them: each as it is, or {@code @FILE} and {@code @-}
 * for those of a file and of standard input, one a line, as curl has it. Whoever may list the
 * processes of a machine reads their arguments, so a secret is better not among them.
 */
record GivenHeaders(Terminal terminal) {
  private static final int KILOBYTE = 1_024;

  /** More than the headers that a probe sends can have. */
  private static final int MOST_KILOBYTES = 256;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /**
   * @param given a header or the name of a source each
   * @throws Failure of wrong use where a source cannot be read or has something else in it; nothing
   *     of what it says is in the sentence but a header's name
   * @throws ProblemException with {@code Invalid} for what is wrong in a header given as it is
   */
  RequestHeaders read(List<String> given) {
    RequestHeaders all = RequestHeaders.NONE;
    for (String one : given) {
      all = one.startsWith("@") ? withAll(all, one.substring(1)) : all.with(one);
    }
    return all;
  }

  private RequestHeaders withAll(RequestHeaders before, String source) {
    if (source.isEmpty()) {
      throw wrong("cli.headers-unnamed");
    }
    String name = source.equals("-") ? terminal.texts().text("cli.standard-input") : source;
    RequestHeaders all = before;
    int number = 0;
    for (String line : text(source, name).lines().toList()) {
      number++;
      if (!line.isBlank()) {
        all = with(all, line, name, number);
      }
    }
    if (all == before) {
      throw wrong("cli.headers-none", name);
    }
    return all;
  }

  private RequestHeaders with(RequestHeaders before, String line, String name, int number) {
    try {
      return before.with(line);
    } catch (ProblemException e) {
      if (e.problem() instanceof Problem.Invalid invalid) {
        throw switch (invalid.rule()) {
          // The line is the place; which header of all it is would be a second one.
          case "header-no-colon" -> wrong("cli.headers-no-colon", name, number);
          case "header-name" -> wrong("cli.headers-name", name, number);
          default ->
              wrong(
                  "cli.headers-line",
                  name,
                  number,
                  ProblemText.of(invalid, terminal.texts()).line());
        };
      }
      throw e;
    }
  }

  private String text(String source, String name) {
    byte[] bytes;
    try {
      bytes = bytes(source);
    } catch (NoSuchFileException | InvalidPathException e) {
      throw wrong("cli.headers-no-file", name);
    } catch (IOException e) {
      throw wrong("cli.headers-unreadable", name, String.valueOf(e.getMessage()));
    }
    if (bytes.length > MOST_KILOBYTES * KILOBYTE) {
      throw wrong("cli.headers-long", name, MOST_KILOBYTES);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    } catch (CharacterCodingException e) {
      throw wrong("cli.headers-no-text", name);
    }
  }

  private byte[] bytes(String source) throws IOException {
    int most = MOST_KILOBYTES * KILOBYTE + 1;
    if (source.equals("-")) {
      return terminal.in().readNBytes(most);
    }
    try (InputStream in = Files.newInputStream(Path.of(source))) {
      return in.readNBytes(most);
    }
  }

  private Failure wrong(String key, Object... values) {
    return new Failure(Exit.WRONG_USE, terminal.texts().text(key, values));
  }
}

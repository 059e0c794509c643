package dev.frontdesk.updates;

import dev.frontdesk.settings.Release;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says whether the organisation offers a newer version; it never gets one. The place is asked once
 * a day at most, whatever it answers, and what it said is kept in a file. What goes wrong is for
 * the log alone: nobody's work depends on it.
 */
public final class Updates {
  private static final Logger log = LoggerFactory.getLogger(Updates.class);
  private static final Duration BETWEEN = Duration.ofDays(1);

  private final Place place;
  private final Path memory;
  private final InstantSource time;
  private final String running;

  Updates(Place place, Path memory, InstantSource time, String running) {
    this.place = place;
    this.memory = memory;
    this.time = time;
    this.running = running;
  }

  /**
   * @param address https, or http on this machine
   * @param memory the file for what was said last; its folder need not exist
   * @param running the version that asks
   */
  public static Updates at(URI address, Path memory, InstantSource time, String running) {
    return new Updates(new HttpPlace(address), memory, time, running);
  }

  /**
   * @param asked the place, whether it answered or not
   * @param version as it said last; null where it never did
   */
  private record Memory(Instant asked, @Nullable String version, @Nullable String page) {
    Optional<Release> release() {
      if (version == null) {
        return Optional.empty();
      }
      try {
        return Optional.of(new Release(version, Optional.ofNullable(page).map(Updates::web)));
      } catch (IllegalArgumentException e) {
        log.info("What was said of the newest version is no answer: {}", e.getMessage());
        return Optional.empty();
      }
    }
  }

  /** The newer version that there is, asked for if it is time to; blocks for seconds at most. */
  public Optional<Release> look() {
    Memory last = recall();
    Instant now = time.instant();
    // One that lies in the future was written by a clock that was wrong.
    if (!last.asked().isAfter(now) && last.asked().plus(BETWEEN).isAfter(now)) {
      return newer(last);
    }
    Memory said = ask(last, now);
    remember(said);
    return newer(said);
  }

  /** The newer version that was told of last; asks nobody. */
  public Optional<Release> known() {
    return newer(recall());
  }

  private Optional<Release> newer(Memory said) {
    return said.release().filter(release -> release.isNewerThan(running));
  }

  private Memory ask(Memory last, Instant now) {
    try {
      JsonNode document = JsonMapper.shared().readTree(place.read());
      var said = new Memory(now, text(document, "version"), text(document, "page"));
      if (said.release().isPresent()) {
        return said;
      }
      log.info("The place for updates names no version: {}", document);
    } catch (IOException | JacksonException e) {
      log.info("The newest version cannot be asked for: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Memory(now, last.version(), last.page());
  }

  private static @Nullable String text(JsonNode document, String field) {
    JsonNode node = document.path(field);
    return node.isString() ? node.stringValue() : null;
  }

  /** A page is for the browser: nothing else is opened by a click. */
  private static URI web(String text) {
    URI uri = URI.create(text);
    if (!"https".equalsIgnoreCase(uri.getScheme())) {
      throw new IllegalArgumentException("no page on the web: " + text);
    }
    return uri;
  }

  private Memory recall() {
    try {
      JsonNode kept = JsonMapper.shared().readTree(Files.readString(memory));
      return new Memory(
          Instant.ofEpochSecond(kept.path("asked").asLong(0)),
          text(kept, "version"),
          text(kept, "page"));
    } catch (NoSuchFileException e) {
      log.debug("No newest version is known yet");
    } catch (IOException | JacksonException e) {
      log.info("What is known of the newest version cannot be read: {}", e.toString());
    }
    return new Memory(Instant.EPOCH, null, null);
  }

  private void remember(Memory said) {
    var kept = JsonMapper.shared().createObjectNode();
    kept.put("asked", said.asked().getEpochSecond());
    kept.put("version", said.version());
    kept.put("page", said.page());
    try {
      Files.createDirectories(memory.toAbsolutePath().getParent());
      Files.writeString(memory, kept.toString());
    } catch (IOException e) {
      log.info("The newest version cannot be kept, and is asked for again: {}", e.toString());
    }
  }
}

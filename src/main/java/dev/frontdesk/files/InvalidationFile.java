package dev.frontdesk.files;

import dev.frontdesk.folders.UserFolders;
import dev.frontdesk.invalidation.Invalidation;
import dev.frontdesk.invalidation.InvalidationArchive;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Completed invalidations of one distribution in a file of the user's cache folder, which is theirs
 * alone; in memory once asked for, some hundred bytes each. What cannot be read or written counts
 * as never kept: it is asked for again, and the log says why, once.
 */
public final class InvalidationFile implements InvalidationArchive {
  private static final System.Logger LOG = System.getLogger(InvalidationFile.class.getName());

  private static final String PREFIX = "invalidations-";

  /**
   * After so long nobody works with a distribution any more: each sandbox without a data folder is
   * one of its own. CloudFront itself lists invalidations for two billing cycles.
   */
  private static final Duration FORGOTTEN = Duration.ofDays(90);

  private final LineFile file;
  private final Map<String, Invalidation> kept = new ConcurrentHashMap<>();
  private boolean isRead;
  private boolean isBroken;

  private InvalidationFile(LineFile file) {
    this.file = file;
  }

  /** Reads nothing until it is first asked, which blocks. */
  public static InvalidationFile of(String distribution) {
    return in(UserFolders.here().cache(), distribution);
  }

  /** The same in another folder. */
  public static InvalidationFile in(Path folder, String distribution) {
    // Ids of distributions are capitals and digits; nothing else gets into the name of a file.
    String name = distribution.replaceAll("[^A-Za-z0-9]", "_");
    return new InvalidationFile(new LineFile(folder.resolve(PREFIX + name + ".jsonl")));
  }

  @Override
  public Optional<Invalidation> find(String id) {
    read();
    return Optional.ofNullable(kept.get(id));
  }

  @Override
  public Collection<Invalidation> all() {
    read();
    return List.copyOf(kept.values());
  }

  @Override
  public void keep(Invalidation completed) {
    if (!completed.completed()) {
      throw new IllegalArgumentException(completed.id() + " is in progress");
    }
    read();
    if (kept.putIfAbsent(completed.id(), completed) == null) {
      write(InvalidationLine.of(completed));
    }
  }

  private synchronized void read() {
    if (isRead || isBroken) {
      return;
    }
    try {
      file.read(line ->
          InvalidationLine.read(line).ifPresent(known -> kept.putIfAbsent(known.id(), known)));
      isRead = true;
      tidy();
    } catch (NoSuchFileException e) {
      isRead = true; // nothing was kept yet
    } catch (ClosedByInterruptException | FileLockInterruptionException e) {
      // Whoever asked is being stopped, and still has its interrupt; the next one reads.
      LOG.log(Level.DEBUG, "The reading of {0} was interrupted", file);
    } catch (IOException e) {
      broken(e);
    }
  }

  /** What cannot be removed is in nobody's way. */
  private void tidy() {
    try {
      file.used(PREFIX, FORGOTTEN);
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "Old files beside it stay: " + file, e);
    }
  }

  private synchronized void write(String line) {
    if (isBroken) {
      return;
    }
    try {
      file.append(line);
    } catch (ClosedByInterruptException | FileLockInterruptionException e) {
      // What came of it the next one to write sees; at worst this one is asked for again.
      LOG.log(Level.DEBUG, "The writing of {0} was interrupted", file);
    } catch (IOException e) {
      broken(e);
    }
  }

  private void broken(IOException why) {
    isBroken = true;
    LOG.log(
        Level.WARNING,
        "What CloudFront tells of invalidations is not kept from now on, and asked for again: "
            + file,
        why);
  }
}

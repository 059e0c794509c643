package dev.frontdesk.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * A file of lines in UTF-8 to which processes append, whole lines each time. A line without an end
 * is what a process left that was killed while it wrote; the next one to write cuts it off.
 */
record LineFile(Path path) {
  /**
   * A process may lock a file once, whichever of its threads does; the lock is held for moments.
   */
  private static final ReentrantLock OF_THIS_PROCESS = new ReentrantLock();

  private static final int CHUNK = 8_192;

  /**
   * Reads all lines, a torn last one included.
   *
   * @throws java.nio.file.NoSuchFileException where there is none yet
   */
  void read(Consumer<String> line) throws IOException {
    OF_THIS_PROCESS.lock();
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        var lines =
            new BufferedReader(
                new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8))) {
      // Given back when the channel is closed.
      FileLock _ = channel.lock(0, Long.MAX_VALUE, true);
      for (String next = lines.readLine(); next != null; next = lines.readLine()) {
        line.accept(next);
      }
    } finally {
      OF_THIS_PROCESS.unlock();
    }
  }

  /**
   * Lets it count as used now, and removes what lies beside it under a name that begins so and has
   * not been used for so long.
   */
  void used(String prefix, Duration forgotten) throws IOException {
    Instant now = Instant.now();
    Files.setLastModifiedTime(path, FileTime.from(now));
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null) {
      return;
    }
    try (var files = Files.newDirectoryStream(folder, prefix + "*")) {
      for (Path other : files) {
        if (Files.getLastModifiedTime(other).toInstant().isBefore(now.minus(forgotten))) {
          Files.deleteIfExists(other);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  /** Appends a line, which has no end of its own. Makes file and folder, for this user alone. */
  void append(String line) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
    OF_THIS_PROCESS.lock();
    try {
      Path folder = path.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder, ofUser("rwx------"));
      }
      try (FileChannel channel =
          FileChannel.open(
              path,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
              ofUser("rw-------"))) {
        FileLock _ = channel.lock();
        channel.truncate(endOfLastLine(channel)).position(channel.size());
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      }
    } finally {
      OF_THIS_PROCESS.unlock();
    }
  }

  /** What comes after it is torn. */
  private static long endOfLastLine(FileChannel channel) throws IOException {
    long end = channel.size();
    while (end > 0) {
      long start = Math.max(0, end - CHUNK);
      ByteBuffer chunk = ByteBuffer.allocate((int) (end - start));
      while (chunk.hasRemaining() && channel.read(chunk, start + chunk.position()) >= 0) {
        // until it is full
      }
      for (int i = chunk.position() - 1; i >= 0; i--) {
        if (chunk.get(i) == '\n') {
          return start + i + 1;
        }
      }
      end = start;
    }
    return 0;
  }

  private FileAttribute<?>[] ofUser(String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  @Override
  public String toString() {
    return path.toString();
  }
}

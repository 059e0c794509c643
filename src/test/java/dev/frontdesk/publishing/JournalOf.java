package dev.frontdesk.publishing;

import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A journal in front of another: a test overrides what is to go wrong. */
class JournalOf implements Journal {
  private final Journal behind;

  JournalOf(Journal behind) {
    this.behind = behind;
  }

  @Override
  public JournalEntry save(Roster seen, RosterChange change, JournalEntry entry) {
    return behind.save(seen, change, entry);
  }

  @Override
  public JournalEntry saveNext(JournalEntry entry, Instant now) {
    return behind.saveNext(entry, now);
  }

  @Override
  public void append(JournalEntry entry) {
    behind.append(entry);
  }

  @Override
  public Optional<JournalEntry> read(String id) {
    return behind.read(id);
  }

  @Override
  public void update(JournalEntry next, Lease seen) {
    behind.update(next, seen);
  }

  @Override
  public List<JournalEntry> open() {
    return behind.open();
  }

  @Override
  public List<JournalEntry> newest(
      @Nullable Instant since, int limit, Consumer<Journal.Unreadable> unreadable) {
    return behind.newest(since, limit, unreadable);
  }

  @Override
  public List<JournalEntry> before(String id, int limit, Consumer<Journal.Unreadable> unreadable) {
    return behind.before(id, limit, unreadable);
  }
}

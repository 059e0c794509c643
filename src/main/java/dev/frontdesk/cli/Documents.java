package dev.frontdesk.cli;

import dev.frontdesk.files.HistoryRow;
import dev.frontdesk.members.Member;
import dev.frontdesk.members.Project;
import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.publishing.Evidence;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.Probe;
import dev.frontdesk.publishing.Verdict;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON documents of design.md, "The command line". A value not known is null. */
final class Documents {
  private Documents() {}

  record Projects(List<ProjectRow> projects) {}

  record ProjectRow(String id, String name, @Nullable Integer members) {
    static ProjectRow of(Project project) {
      return new ProjectRow(
          project.id(),
          project.name(),
          project.members().isPresent() ? project.members().getAsInt() : null);
    }
  }

  record RosterDocument(String projectId, String name, long version, List<MemberRow> members) {
    static RosterDocument of(Roster roster) {
      return new RosterDocument(
          roster.projectId(),
          roster.projectName(),
          roster.version(),
          roster.members().stream().map(MemberRow::of).toList());
    }
  }

  record MemberRow(String id, String email, String name, String role) {
    static MemberRow of(Member member) {
      return new MemberRow(member.id(), member.email(), member.name(), member.role().name());
    }
  }

  record ChangedRow(MemberRow before, MemberRow after) {}

  /** What would be done: the document of a dry run. */
  record Plan(
      @Nullable String publicationId,
      String projectId,
      long version,
      @Nullable String state,
      List<String> paths,
      @Nullable String invalidationId,
      List<HistoryRow.Step> steps,
      @Nullable ProbeRow probe,
      List<MemberRow> added,
      List<MemberRow> removed,
      List<ChangedRow> changed) {
    static Plan of(Roster seen, RosterChange change, List<String> paths) {
      return new Plan(
          null,
          seen.projectId(),
          seen.version(),
          null,
          paths,
          null,
          List.of(),
          null,
          change.added().stream().map(MemberRow::of).toList(),
          change.removed().stream().map(MemberRow::of).toList(),
          change.edited().stream()
              .map(edit -> new ChangedRow(MemberRow.of(edit.before()), MemberRow.of(edit.after())))
              .toList());
    }
  }

  record PublicationDocument(
      String publicationId,
      @Nullable String projectId,
      @Nullable Long version,
      String state,
      List<String> paths,
      @Nullable String invalidationId,
      List<HistoryRow.Step> steps,
      @Nullable ProbeRow probe) {
    static PublicationDocument of(JournalEntry entry) {
      JournalEntry.RosterStep roster = entry.roster();
      return new PublicationDocument(
          entry.id(),
          roster == null ? null : roster.projectId(),
          roster == null ? null : roster.versionAfter(),
          entry.state().word(),
          entry.items(),
          newestInvalidation(entry),
          HistoryRow.Step.of(entry),
          lastProbe(entry));
    }
  }

  /** What became of all that was open. */
  record Resumed(List<PublicationDocument> entries) {
    static Resumed of(Collection<JournalEntry> entries) {
      return new Resumed(entries.stream().map(PublicationDocument::of).toList());
    }
  }

  record ProbeRow(String path, String verdict, EdgeRow edge, OriginRow origin) {
    static ProbeRow of(Evidence evidence) {
      return of(evidence.path(), evidence.verdict(), evidence.edge(), evidence.origin());
    }

    static ProbeRow of(Probe probe) {
      return of(probe.path(), probe.verdict(), probe.edge().side(), probe.origin().side());
    }

    private static ProbeRow of(
        String path, Verdict verdict, Evidence.Side edge, Evidence.Side origin) {
      return new ProbeRow(
          path,
          verdict.word(),
          new EdgeRow(edge.status(), edge.xCache(), edge.ageSeconds(), edge.location()),
          new OriginRow(origin.status()));
    }
  }

  record EdgeRow(
      int status, @Nullable String xCache, @Nullable Long ageSeconds, @Nullable String location) {}

  record OriginRow(int status) {}

  /** The last word on the roster's own route; where an entry has none, on any. */
  static @Nullable ProbeRow lastProbe(JournalEntry entry) {
    var own = entry.rosterRoute();
    return entry.progress().evidence().reversed().stream()
        .filter(seen -> own.isEmpty() || seen.path().equals(own.get().path()))
        .findFirst()
        .map(ProbeRow::of)
        .orElse(null);
  }

  /** The newest that CloudFront has answered with. */
  static @Nullable String newestInvalidation(JournalEntry entry) {
    List<String> ids = entry.invalidationIds();
    return ids.isEmpty() ? null : ids.getLast();
  }
}

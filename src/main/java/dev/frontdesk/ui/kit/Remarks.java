package dev.frontdesk.ui.kit;

import dev.frontdesk.members.Member;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.Evidence;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.JournalEntry.RosterStep;
import dev.frontdesk.publishing.NoProof;
import dev.frontdesk.publishing.Progress.Trouble;
import dev.frontdesk.publishing.Publisher.Hands;
import dev.frontdesk.publishing.State;
import dev.frontdesk.texts.ProblemText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What there is to say of an entry beyond its steps, the most urgent first. */
public final class Remarks {
  /** Names beyond these are counted. */
  private static final int MOST_NAMES = 5;

  private final Tools tools;

  public Remarks(Tools tools) {
    this.tools = tools;
  }

  /** All of them; none where the steps say it all. */
  public List<Remark> of(JournalEntry entry, Hands hands) {
    List<Remark> remarks = new ArrayList<>();
    Trouble trouble = entry.progress().trouble();
    if (trouble != null) {
      remarks.add(troubled(entry, trouble));
    }
    if (entry.isOpen() && entry.isSaving()) {
      remarks.add(saving(entry));
    }
    EntryFacts.carrier(entry)
        .ifPresent(carrier ->
            remarks.add(
                said(StateLook.RUNNING, entry.isOpen() ? "remark.joined" : "remark.was-joined")
                    .linking(Optional.of(carrier))));
    outcome(entry).ifPresent(remarks::add);
    if (!entry.isOpen()) {
      entry
          .keptByBrowsers()
          .ifPresent(length ->
              remarks.add(
                  Remark.of(
                      StateLook.DONE,
                      tools.text("remark.browsers", tools.moments().length(length)),
                      tools.text("remark.browsers.more"))));
    }
    if (entry.isOpen() && hands == Hands.TAKEN_OVER) {
      remarks.add(
          Remark.of(
              StateLook.RUNNING,
              tools.text("remark.taken-over", Identity.shortened(entry.about().who())),
              ""));
    }
    List<Member> skipped = EntryFacts.skipped(entry);
    if (!skipped.isEmpty()) {
      remarks.add(
          Remark.of(
              StateLook.WARNING,
              tools.text("remark.skipped", skipped.size(), names(skipped)),
              tools.text("remark.skipped.remedy")));
    }
    String retries = entry.about().retries();
    if (retries != null) {
      remarks.add(said(StateLook.RUNNING, "remark.retries").linking(Optional.of(retries)));
    }
    return List.copyOf(remarks);
  }

  private Remark troubled(JournalEntry entry, Trouble trouble) {
    ProblemText words = ProblemText.of(trouble.problem(), tools.texts());
    StateLook look = entry.isOpen() ? StateLook.WAITING : StateLook.WRONG;
    Optional<java.time.Instant> next = Optional.ofNullable(trouble.nextTry());
    if (entry.isOpen() && entry.state() == State.UNKNOWN) {
      String since = tools.moments().time(trouble.since());
      return Remark.of(
              StateLook.WARNING,
              tools.text("remark.unknown-" + unknown(entry), since),
              words.sentence())
          .tryingAt(next);
    }
    if (trouble.problem() instanceof Problem.QuotaFull full && full.place() > 0) {
      return Remark.of(look, tools.text("remark.queued", full.place()), full.detail())
          .tryingAt(next);
    }
    return Remark.of(look, words.sentence(), words.remedy()).tryingAt(next);
  }

  /** What it is that is not known. */
  private static String unknown(JournalEntry entry) {
    if (EntryFacts.isUnsure(entry)) {
      return entry.roster() == null ? "purge" : "saved";
    }
    if (entry.isSaving()) {
      return "part";
    }
    return entry.progress().unsent().isPresent() ? "submitted" : "completed";
  }

  private Remark saving(JournalEntry entry) {
    RosterStep step = java.util.Objects.requireNonNull(entry.roster());
    return Remark.of(
        StateLook.RUNNING,
        tools.text("remark.saving", step.saving().done(), step.saving().of(), step.projectName()),
        tools.text("remark.saving.more"));
  }

  /** What the probes found, where it is not simply fresh. */
  private Optional<Remark> outcome(JournalEntry entry) {
    boolean again = EntryFacts.isPurgedAgain(entry);
    if (entry.isOpen()) {
      return again ? Optional.of(said(StateLook.WARNING, "remark.again")) : Optional.empty();
    }
    return switch (entry.state()) {
      case FRESH -> again ? Optional.of(said(StateLook.DONE, "remark.again")) : Optional.empty();
      case STALE ->
          Optional.of(
              Remark.of(
                  StateLook.WARNING,
                  tools.text(again ? "remark.stale-twice" : "remark.stale"),
                  EntryFacts.lastOfRoster(entry).map(this::stale).orElse("")));
      case COMPLETED -> NoProof.of(entry).map(this::unproved);
      default -> Optional.empty();
    };
  }

  private String stale(Evidence seen) {
    Long edge = seen.edge().version();
    Long origin = seen.origin().version();
    return edge == null || origin == null
        ? tools.text("verdict." + seen.reason())
        : tools.text("remark.stale-versions", edge, origin, location(seen));
  }

  private static String location(Evidence seen) {
    String location = seen.edge().location();
    return location == null ? "–" : location;
  }

  private Remark unproved(NoProof why) {
    return switch (why) {
      case NoProof.NoAddress() -> said(StateLook.DONE, "remark.no-address");
      case NoProof.StandsForMore(List<String> targets, int proved) ->
          Remark.of(
              StateLook.DONE,
              tools.text("remark.stands-for-more", targets.size(), targets.getFirst()),
              tools.text("remark.stands-for-more.proved", proved));
      case NoProof.Login(boolean atEdge, int status, Evidence seen) ->
          Remark.of(
              StateLook.WARNING,
              tools.text(atEdge ? "remark.edge-login" : "remark.origin-login", status),
              tools.text("verdict." + seen.reason()));
      case NoProof.Incomparable(Evidence seen) ->
          Remark.of(
              StateLook.WARNING,
              tools.text("remark.unproved"),
              tools.text("verdict." + seen.reason()));
    };
  }

  /** The first few by name, the rest by their number. */
  public String names(List<Member> members) {
    String first =
        members.stream()
            .limit(MOST_NAMES)
            .map(member -> member.name().isEmpty() ? member.email() : member.name())
            .collect(Collectors.joining(", "));
    int more = members.size() - MOST_NAMES;
    return more > 0 ? tools.text("names.more", first, more) : first;
  }

  private Remark said(StateLook look, String key) {
    return Remark.of(look, tools.text(key), "");
  }
}

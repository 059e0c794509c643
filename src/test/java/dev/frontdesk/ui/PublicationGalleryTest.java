package dev.frontdesk.ui;

import dev.frontdesk.members.Roster;
import dev.frontdesk.members.RosterChange;
import dev.frontdesk.problem.Problem;
import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.publishing.State;
import java.time.Instant;
import java.util.function.BiFunction;
import javafx.application.ColorScheme;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/** What may become of a publication, as a person sees it on both pages. */
@ExtendWith(ApplicationExtension.class)
class PublicationGalleryTest {
  private static final Instant SOON = FakeSession.START.plusSeconds(42);

  @Test
  void saving() throws Exception {
    FakeSession session = FakeSession.company();
    Roster seen = session.roster("atlas");
    RosterChange change = Plights.large(seen, 120);
    JournalEntry entry =
        Plights.saving(session.entry(seen, change, "Autumn intake", FakeSession.START), 37, 104);
    show("plight-saving", session, entry);
  }

  @Test
  void queued() throws Exception {
    tell("plight-queued", (_, saved) -> here(Plights.queued(saved, 3, SOON)));
  }

  @Test
  void throttled() throws Exception {
    tell(
        "plight-throttled",
        (_, saved) ->
            here(
                Plights.waiting(
                    saved,
                    State.SAVED,
                    new Problem.Throttled("CreateInvalidation", "4f2c9d1e-77aa"),
                    SOON)));
  }

  @Test
  void unknown() throws Exception {
    tell(
        "plight-unknown",
        (_, saved) ->
            here(
                Plights.waiting(
                    saved,
                    State.UNKNOWN,
                    new Problem.UnknownOutcome("CreateInvalidation", "connection reset"),
                    SOON)));
  }

  @Test
  void joined() throws Exception {
    tell(
        "plight-joined",
        (session, saved) -> {
          Roster seen = session.roster("osaka");
          JournalEntry other =
              session.entry(seen, Plights.large(seen, 2), "", FakeSession.START.plusSeconds(2));
          session.tables().put(other);
          return Plights.joined(saved, other.id());
        });
  }

  @Test
  void secondPurge() throws Exception {
    tell(
        "plight-second-purge",
        (_, saved) -> Plights.purgedAgain(Pictures.upTo(saved, State.STALE), State.SUBMITTED));
    tell(
        "plight-fresh-at-last",
        (_, saved) -> Plights.purgedAgain(Pictures.upTo(saved, State.STALE), State.FRESH));
    tell(
        "plight-stale-twice",
        (_, saved) -> Plights.purgedAgain(Pictures.upTo(saved, State.STALE), State.STALE));
  }

  @Test
  void completedWithoutProof() throws Exception {
    tell(
        "plight-no-address", (_, saved) -> Plights.unproved(Pictures.upTo(saved, State.COMPLETED)));
    tell(
        "plight-login",
        (_, saved) -> Plights.edgeWantsLogin(Pictures.upTo(saved, State.COMPLETED)));
  }

  @Test
  void takenOver() throws Exception {
    tell("plight-taken-over", (_, saved) -> here(Pictures.upTo(saved, State.SUBMITTED)));
  }

  @Test
  void skippedMembers() throws Exception {
    tell(
        "plight-skipped",
        (_, saved) ->
            Pictures.upTo(
                Plights.saved(Plights.saving(saved, 3, 4, "m2009", "m2008"), 4), State.FRESH));
  }

  /** Driven by the session's desk. */
  private static JournalEntry here(JournalEntry entry) {
    return Plights.by(FakeSession.DESK, entry);
  }

  private static void tell(String name, BiFunction<FakeSession, JournalEntry, JournalEntry> plight)
      throws Exception {
    FakeSession session = Pictures.published(State.SUBMITTED);
    JournalEntry there = session.tables().newest(null, 1).getFirst();
    show(name, session, plight.apply(session, Plights.anew(there)));
  }

  private static void show(String name, FakeSession session, JournalEntry entry) throws Exception {
    session.tables().put(entry);
    Pictures.Story history =
        page -> {
          page.click("nav-history");
          TableView<?> table = page.find("history-table", TableView.class);
          for (int i = 0; i < table.getItems().size(); i++) {
            if (table.getItems().get(i).toString().contains(entry.id())) {
              table.getSelectionModel().clearAndSelect(i);
              break;
            }
          }
        };
    Pictures.picture(name + "-light", ColorScheme.LIGHT, 1280, 800, session, page -> {});
    Pictures.picture(name + "-narrow-dark", ColorScheme.DARK, 1000, 700, session, page -> {});
    Pictures.picture(name + "-history-light", ColorScheme.LIGHT, 1280, 800, session, history);
    Pictures.picture(name + "-history-dark", ColorScheme.DARK, 1000, 700, session, history);
  }
}

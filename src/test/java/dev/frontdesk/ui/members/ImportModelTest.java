package dev.frontdesk.ui.members;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.frontdesk.members.Member;
import dev.frontdesk.members.Project;
import dev.frontdesk.members.RosterMatch.Others;
import dev.frontdesk.ui.FakeSession;
import dev.frontdesk.ui.TestThread;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.members.ImportModel.Found;
import dev.frontdesk.ui.members.ImportModel.Laid;
import dev.frontdesk.ui.members.ImportModel.Wrong;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportModelTest {
  private static final String SHEET =
      """
      email,name,role
      amara.okafor@acme.example,Amara Okafor,owner
      priya.r@acme.example,Priya Raghunathan,admin
      person1999@acme.example,Person 1999,viewer
      """;

  @TempDir private Path folder = Path.of("");

  private final FakeSession session = FakeSession.company();
  private final TestThread thread = new TestThread();
  private final MembersModel members = Models.members(session, thread);
  private final RosterEditor editor = members.editor();
  private final ImportModel model = members.imports();

  @BeforeEach
  void load() {
    members.load();
  }

  @Test
  void bothWaysAreCountedBeforeOneIsTaken() throws IOException {
    model.read(file(SHEET));
    Laid laid = laid();
    assertEquals(List.of(1, 1, 0, 23), numbers(laid.merge()));
    assertEquals(List.of(1, 1, 22, 1), numbers(laid.replace()));
    assertFalse(editor.hasChange(), "nothing is pending before it is taken");

    model.take();
    assertEquals(2, change().size());
    assertEquals("platform1999", change().added().getFirst().id(), "known to another project");
    assertEquals(Optional.empty(), model.file().get());
    assertInstanceOf(Load.Idle.class, model.found().get());
  }

  @Test
  void replacingRemovesWhoIsNotInTheSheet() throws IOException {
    model.read(file(SHEET));
    model.others().set(Others.REMOVED);
    model.take();
    assertEquals(22, change().removed().size());
    members.publish();
    assertEquals(3, session.roster("atlas").members().size());
  }

  /** Edits that are pending already are part of what the sheet is laid on. */
  @Test
  void pendingEditsStayAndTheNumbersFollowThem() throws IOException {
    editor.remove(Set.of("m2009"));
    model.read(file(SHEET));
    assertEquals(List.of(1, 1, 1, 22), numbers(laid().merge()));
    editor.remove(Set.of("m2010"));
    assertEquals(List.of(1, 1, 2, 21), numbers(laid().merge()));
    model.take();
    assertEquals(
        Set.of("m2009", "m2010"), Set.copyOf(change().removed().stream().map(Member::id).toList()));
  }

  @Test
  void everyMistakeIsToldWithItsLineAndNothingIsTaken() throws IOException {
    model.read(file("email,name,role\nnobody,Nobody,viewer\npriya.r@acme.example,P,emperor\n"));
    Wrong wrong = assertInstanceOf(Wrong.class, model.found().get().newest().orElseThrow());
    assertEquals(
        List.of(List.of("sheet.csv", "2"), List.of("sheet.csv", "3")),
        wrong.mistakes().first().stream().map(one -> one.values().subList(0, 2)).toList());
    assertEquals(Optional.empty(), model.ready());
    model.take();
    assertFalse(editor.hasChange());
  }

  @Test
  void anotherProjectEndsIt() throws IOException {
    model.read(file(SHEET));
    members.choose(new Project("cedar", "Cedar", OptionalInt.empty()));
    assertEquals(Optional.empty(), model.file().get());
    assertInstanceOf(Load.Idle.class, model.found().get());
  }

  @Test
  void tenThousandComeWithOffersAndTheChosenOneIsSent() throws IOException {
    var sheet = new StringBuilder("email,name,role\n");
    for (int i = 0; i < 10_000; i++) {
      sheet.append("new").append(i).append("@acme.example,New ").append(i).append(",viewer\n");
    }
    model.read(file(sheet.toString()));
    model.take();
    assertEquals(10_000, change().added().size());
    var preview = editor.preview().get().newest().orElseThrow();
    assertEquals(10_001, preview.items().size());
    assertEquals(
        List.of("/members/*"), preview.offers().stream().map(offer -> offer.wire()).toList());
    assertEquals(10_001, editor.toSend().orElseThrow().items().size(), "exact, unless chosen");

    editor.take(Optional.of(preview.offers().getFirst()));
    editor.remove(Set.of("m2009"));
    assertTrue(editor.way().get().isPresent(), "the same offer of the next preview is chosen");
    session.tables().mostMembers(20_000);
    members.publish();
    var sent = members.publication().get().orElseThrow().progress().batches();
    assertEquals(
        List.of("/projects/atlas/members", "/members/*"),
        sent.stream().flatMap(batch -> batch.items().stream()).sorted().toList().reversed());
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("sheet.csv"), text);
  }

  private Laid laid() {
    Found found = model.found().get().newest().orElseThrow();
    return assertInstanceOf(Laid.class, found);
  }

  private static List<Integer> numbers(ImportModel.Side side) {
    var change = side.change();
    return List.of(
        change.added().size(), change.edited().size(), change.removed().size(), side.same());
  }

  private dev.frontdesk.members.RosterChange change() {
    return editor.draft().get().orElseThrow().change();
  }
}

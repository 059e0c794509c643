package dev.frontdesk.ui.purge;

import dev.frontdesk.invalidation.InvalidationItem;
import dev.frontdesk.invalidation.PastedItem;
import dev.frontdesk.invalidation.PastedItem.Note;
import dev.frontdesk.invalidation.PurgePlan;
import dev.frontdesk.texts.ProblemText;
import dev.frontdesk.ui.kit.Tools;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How one thing pasted is told.
 *
 * @param text what is sent, exactly; or a sentence on what is wrong
 * @param note what was done to it, or what does its work; empty for nothing
 * @param instead what was probably meant; null where nobody can tell
 */
record LineWords(LineState state, String text, String note, @Nullable String instead) {
  private static final String PLUS = "  + ";

  static LineWords of(PurgePlan.Line line, Tools tools) {
    PastedItem pasted = line.pasted();
    LineState state = LineState.of(line);
    return switch (line.fate()) {
      case PurgePlan.Sent(var items) ->
          new LineWords(state, wires(items), notes(line, state, tools), null);
      case PurgePlan.CoveredBy(int by, InvalidationItem item) ->
          new LineWords(state, wire(pasted), coverage(pasted, by, item, tools), null);
      case PurgePlan.InProgress(String id, String wire) ->
          new LineWords(state, wire(pasted), tools.text("purge.note.in-progress", wire, id), null);
      case PurgePlan.NotSent _ -> wrong(pasted, tools);
    };
  }

  private static LineWords wrong(PastedItem pasted, Tools tools) {
    if (pasted.reading() instanceof PastedItem.Wrong(var problem, var instead)) {
      String sentence = ProblemText.of(problem, tools.texts()).line();
      return new LineWords(LineState.WRONG, sentence, "", instead);
    }
    return new LineWords(LineState.WRONG, pasted.text(), "", null);
  }

  /** Of what begins like the first, what comes behind: {@code /p + ?*}. */
  private static String wires(List<InvalidationItem> items) {
    String first = items.getFirst().wire();
    return first
        + items.stream()
            .skip(1)
            .map(InvalidationItem::wire)
            .map(wire -> PLUS + (wire.startsWith(first) ? wire.substring(first.length()) : wire))
            .collect(Collectors.joining());
  }

  private static String wire(PastedItem pasted) {
    return pasted.reading() instanceof PastedItem.Sendable(var item, var _)
        ? item.wire()
        : pasted.text();
  }

  private static String coverage(PastedItem pasted, int by, InvalidationItem item, Tools tools) {
    boolean isSame = item.wire().equals(wire(pasted));
    return tools.text(isSame ? "purge.note.same" : "purge.note.covered", by);
  }

  private static String notes(PurgePlan.Line line, LineState state, Tools tools) {
    List<String> notes = new ArrayList<>();
    if (line.pasted().reading() instanceof PastedItem.Sendable(var _, var done)) {
      done.stream().sorted().map(note -> note(note, tools)).forEach(notes::add);
    }
    if (state == LineState.WILDCARD) {
      notes.add(tools.text("purge.note.wildcard"));
    } else if (state == LineState.TAG) {
      notes.add(tools.text("purge.note.tag"));
    }
    return String.join(", ", notes);
  }

  private static String note(Note note, Tools tools) {
    return tools.text("purge.note." + note.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** For those who do not see the row. */
  String spoken(int line, Tools tools) {
    return tools.text("purge.row", line, tools.text("purge.state." + state.word), text, note);
  }
}

package dev.frontdesk.ui.history;

import dev.frontdesk.publishing.State;
import dev.frontdesk.ui.history.HistoryFilter.Span;
import dev.frontdesk.ui.history.HistoryFilter.Standing;
import dev.frontdesk.ui.history.HistoryList.Choices;
import dev.frontdesk.ui.history.HistoryList.ProjectName;
import dev.frontdesk.ui.kit.EntryKind;
import dev.frontdesk.ui.kit.HistoryWords;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.SearchField;
import dev.frontdesk.ui.kit.StateLook;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What is looked for in the history: words, and five choices; one button takes all back. */
final class FilterBar extends VBox {
  /** From here on all of it has room beside each other. */
  private static final double WIDE = 960;

  /** Up to here the choices stand closer. */
  private static final double SMALL = 600;

  private static final double SEARCH = 160;

  /** Of the choices, in their order: as wide as the longest of their words. */
  private static final double[] WIDTHS = {116, 108, 104, 88, 112};

  private static final double LEAST = 64;

  private final HistoryModel model;
  private final Tools tools;
  private final SearchField search;
  private final FilterChoice<Span> since;
  private final FilterChoice<EntryKind> kind;
  private final FilterChoice<Standing> state;
  private final FilterChoice<String> person;
  private final FilterChoice<ProjectName> project;
  private final Button reset;
  private final HBox first = new HBox(8);
  private final HBox second = new HBox(8);
  private Choices offered = HistoryList.EMPTY.choices();

  FilterBar(HistoryModel model, Tools tools) {
    this.model = model;
    this.tools = tools;
    this.search = new SearchField("history-search", tools.text("history.search"));
    search.field().setTooltip(new Tooltip(tools.text("history.search-hover")));
    search.field().textProperty().bindBidirectional(model.search());
    this.since =
        new FilterChoice<>(
            "history-since",
            tools.text("history.filter-since"),
            tools.text("span.all"),
            span -> tools.text("span." + span.word()),
            choosing((filter, span) -> filter.since(span.orElse(Span.ALL))));
    this.kind =
        new FilterChoice<>(
            "history-kind",
            tools.text("history.filter-kind"),
            tools.text("history.any-kind"),
            each -> HistoryWords.kind(each, tools),
            choosing(HistoryFilter::of));
    this.state =
        new FilterChoice<>(
            "history-status",
            tools.text("history.filter-state"),
            tools.text("history.any-state"),
            this::word,
            choosing(HistoryFilter::in));
    this.person =
        new FilterChoice<>(
            "history-person",
            tools.text("history.filter-person"),
            tools.text("history.anyone"),
            name -> name,
            choosing(HistoryFilter::by));
    this.project =
        new FilterChoice<>(
            "history-project",
            tools.text("history.filter-project"),
            tools.text("history.any-project"),
            ProjectName::name,
            choosing((filter, one) -> filter.about(one.map(ProjectName::id))));
    this.reset =
        Ids.give("history-reset", new Button(tools.text("history.reset"), Icon.X.view(12)));
    reset.setTooltip(new Tooltip(tools.text("history.reset-hover")));
    reset.setMinWidth(USE_PREF_SIZE);
    reset.setOnAction(_ -> {
      model.reset();
      search.field().requestFocus();
    });
    since.offer(Stream.of(Span.values()).filter(span -> span != Span.ALL).toList());
    kind.offer(List.of(EntryKind.values()));
    state.offer(standings());
    for (int i = 0; i < WIDTHS.length; i++) {
      FilterChoice<?> choice = choices().get(i);
      choice.setMinWidth(LEAST);
      choice.setPrefWidth(WIDTHS[i]);
    }
    search.setMinWidth(SEARCH);
    search.setMaxWidth(320);
    HBox.setHgrow(search, Priority.ALWAYS);
    first.setAlignment(Pos.CENTER_LEFT);
    second.setAlignment(Pos.CENTER_LEFT);
    Styles.styled(this, "filter-bar");
    setSpacing(8);
    widthProperty()
        .subscribe(width -> {
          arrange(width.doubleValue() >= WIDE);
          second.setSpacing(width.doubleValue() < SMALL ? 4 : 8);
        });
    model.filter().subscribe(this::show);
    model.list().subscribe(list -> offer(list.choices()));
  }

  TextField field() {
    return search.field();
  }

  private <T> Consumer<Optional<T>> choosing(
      BiFunction<HistoryFilter, Optional<T>, HistoryFilter> change) {
    return choice -> model.filter().set(change.apply(model.filter().get(), choice));
  }

  private List<FilterChoice<?>> choices() {
    return List.of(since, kind, state, person, project);
  }

  /** Whatever has not ended first: it is what people look for who wait. */
  private static List<Standing> standings() {
    List<Standing> all = new ArrayList<>();
    all.add(new Standing.Open());
    Arrays.stream(State.values()).map(Standing.In::new).forEach(all::add);
    return all;
  }

  private String word(Standing standing) {
    return switch (standing) {
      case Standing.Open() -> tools.text("history.open");
      case Standing.In(State in) -> StateLook.word(in, tools.texts());
    };
  }

  private void arrange(boolean wide) {
    List<Node> beginning = new ArrayList<>(List.of(search));
    if (wide) {
      beginning.addAll(choices());
    }
    beginning.add(reset);
    if (!first.getChildren().equals(beginning)) {
      getChildren().clear();
      first.getChildren().setAll(beginning);
      second.getChildren().setAll(wide ? List.of() : choices());
      getChildren().add(first);
      if (!wide) {
        getChildren().add(second);
      }
    }
  }

  private void show(HistoryFilter filter) {
    since.show(Optional.of(filter.since()).filter(span -> span != Span.ALL));
    kind.show(filter.kind());
    state.show(filter.state());
    person.show(filter.person());
    project.show(filter.projectId().flatMap(this::named));
    reset.setVisible(!filter.isNone());
  }

  private Optional<ProjectName> named(String id) {
    return offered.projects().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  private void offer(Choices choices) {
    if (!choices.equals(offered)) {
      offered = choices;
      person.offer(choices.people());
      project.offer(choices.projects());
      show(model.filter().get());
    }
  }
}

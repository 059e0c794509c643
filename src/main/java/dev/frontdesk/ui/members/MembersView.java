package dev.frontdesk.ui.members;

import dev.frontdesk.publishing.JournalEntry;
import dev.frontdesk.settings.Session;
import dev.frontdesk.ui.kit.Confirmation;
import dev.frontdesk.ui.kit.EmptyState;
import dev.frontdesk.ui.kit.Hover;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Labels;
import dev.frontdesk.ui.kit.Load;
import dev.frontdesk.ui.kit.Page;
import dev.frontdesk.ui.kit.ProblemBanner;
import dev.frontdesk.ui.kit.PublicationStrip;
import dev.frontdesk.ui.kit.Room;
import dev.frontdesk.ui.kit.SearchField;
import dev.frontdesk.ui.kit.Skins;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.skin.ButtonSkin;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The Members page. */
public final class MembersView implements Page {
  private static final double PANEL = 328;
  private static final double PROJECTS = 192;
  private static final double SMALL = 960;
  private static final double SMALL_PANEL = 288;
  private static final double SMALL_PROJECTS = 144;

  private final Session session;
  private final Tools tools;
  private final MembersModel model;
  private final ProjectList projects;
  private final RosterTable roster;
  private final PublicationStrip strip;
  private final SheetButtons sheets;
  private final Button remove;
  private final ProbeMenu probe;
  private final SearchField search;
  private final Label name = Labels.title("");
  private final Label version = Labels.muted("");
  private final Label asOf = Labels.muted("");
  private final ProblemBanner banner;
  private final Parent content;
  private boolean loaded;

  /**
   * @param openInHistory shows an entry of the journal, by its id, on the History page
   * @param probe asks for a path at edge and origin, on the Probe page
   */
  public MembersView(
      Session session, Tools tools, Consumer<String> openInHistory, Consumer<String> probe) {
    this.session = session;
    this.tools = tools;
    this.model = new MembersModel(session, tools.work(), tools.now(), tools.texts().locale());
    this.projects = new ProjectList(model, tools);
    this.roster = new RosterTable(model.editor(), session.connection().members().roles(), tools);
    this.strip =
        new PublicationStrip(
            tools, new PublicationStrip.Actions(model::retry, model::tryNow, openInHistory));
    this.sheets = new SheetButtons(model, tools);
    this.search = new SearchField("member-search", "");
    this.remove =
        Ids.give(
            "member-remove",
            Skins.early(
                new Button(tools.text("members.remove"), Icon.MINUS.view()), ButtonSkin::new));
    this.probe = new ProbeMenu(session.connection().site().routes(), this::whose, probe, tools);
    this.probe.button().disableProperty().bind(model.project().map(Optional::isEmpty));
    this.banner = new ProblemBanner(tools.texts(), model::dismissProblem);
    Ids.give("problem-banner", banner);
    search.field().textProperty().subscribe(text -> model.editor().search(text));
    this.content = build(openInHistory);
    listen();
  }

  private Parent build(Consumer<String> openInHistory) {
    var panel =
        new Beside(
            model,
            () -> new QuietPanel(model, tools, openInHistory, this::takeBack),
            () -> new ChangePanel(model, session.connection().isSandbox(), tools, this::publish),
            () -> new ImportPanel(model.imports(), model.editor(), tools));
    var middle =
        new VBox(
            toolbar(),
            new RosterRows(model, roster.table(), tools),
            new AddBar(model.editor(), session.connection().members().roles(), tools));
    middle.setMinWidth(0);
    HBox.setHgrow(middle, Priority.ALWAYS);
    var upper = Room.rest(new HBox(Room.asHighAsRow(middle), Room.asHighAsRow(panel)));
    var right = new VBox(upper, strip);
    right.setMinWidth(0);
    HBox.setHgrow(right, Priority.ALWAYS);
    var page = Room.rest(new HBox(Room.asHighAsRow(projects), Room.asHighAsRow(right)));
    // In a small window what stands beside the table gives way a little too.
    page.widthProperty()
        .subscribe(width -> {
          boolean small = width.doubleValue() > 0 && width.doubleValue() < SMALL;
          fix(panel, small ? SMALL_PANEL : PANEL);
          fix(projects, small ? SMALL_PROJECTS : PROJECTS);
          sheets.narrow(small);
          name.setMinWidth(small ? 44 : 68);
          remove.setContentDisplay(small ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        });
    return new VBox(banner, page);
  }

  private static void fix(javafx.scene.layout.Region region, double width) {
    region.setMinWidth(width);
    region.setPrefWidth(width);
    region.setMaxWidth(width);
  }

  /** The open project's route can be probed, and the chosen member's if it is one. */
  private Optional<ProbeMenu.Whose> whose() {
    var chosen = roster.selected(_ -> true);
    return model
        .project()
        .get()
        .map(project ->
            new ProbeMenu.Whose(
                project.id(),
                chosen.size() == 1 ? Optional.of(chosen.iterator().next()) : Optional.empty()));
  }

  private Node toolbar() {
    remove.setAccessibleText(tools.text("members.remove"));
    remove.setMinWidth(Button.USE_PREF_SIZE);
    Hover.say(remove, tools.text("members.remove-hover"));
    remove.setOnAction(_ -> roster.remove());
    remove.setDisable(true);
    roster
        .table()
        .getSelectionModel()
        .getSelectedIndices()
        .addListener(
            (ListChangeListener<Integer>)
                _ ->
                    remove.setDisable(
                        roster.selected(row -> row.mark() != MemberRow.Mark.REMOVED).isEmpty()
                            || model.editor().locked().get()));
    version.setMinWidth(Label.USE_PREF_SIZE);
    search.setMinWidth(64);
    search.setPrefWidth(136);
    search.setMaxWidth(240);
    var bar =
        Styles.styled(
            new HBox(8, name, version, probe.button(), Labels.spring(), search, sheets, remove),
            Styles.TOOLBAR);
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private void listen() {
    model
        .project()
        .subscribe(project -> {
          name.setText(project.map(chosen -> chosen.name()).orElse(""));
          search.field().clear();
        });
    model.editor().roster().subscribe(this::showRoster);
    model
        .editor()
        .shown()
        .subscribe(load ->
            load.newest()
                .ifPresentOrElse(now -> roster.show(now.rows()), () -> roster.show(List.of())));
    model.publication().subscribe(this::showPublication);
    Runnable problems = this::showProblem;
    model.problem().subscribe(problems);
    model.projects().all().subscribe(problems);
    model.editor().roster().subscribe(problems);
    model.editor().shown().subscribe(this::placeholder);
  }

  private void showRoster(Load<RosterIndex> load) {
    version.setText(
        load.newest().map(now -> tools.text("version", now.roster().version())).orElse(""));
    load.newest()
        .map(now -> now.roster().members().size())
        .ifPresentOrElse(
            number ->
                search.prompt(
                    tools.text("members.search-short", number),
                    tools.text("members.search", number)),
            () -> search.prompt(tools.text("members.search-any")));
    if (load instanceof Load.Loaded<RosterIndex>(var _, var at)) {
      sheets.forget();
      asOf.setText(tools.text("as-of", tools.moments().time(at)));
      Hover.say(asOf, tools.moments().exact(at));
    }
    // Old rows stay, and look old, while new ones are on their way.
    boolean old = load.isLoading() && load.newest().isPresent();
    roster.table().getStyleClass().remove("dimmed");
    if (old) {
      roster.table().getStyleClass().add("dimmed");
    }
  }

  private void placeholder() {
    boolean none =
        model.editor().shown().get() instanceof Load.Loaded<RosterEditor.Shown>(var now, var _)
            && now.rows().isEmpty();
    if (!none) {
      return;
    }
    boolean searching = !model.editor().listing().get().search().isBlank();
    roster
        .table()
        .setPlaceholder(
            searching
                ? new EmptyState(
                    Icon.SEARCH,
                    tools.text("members.not-found-title"),
                    tools.text("members.not-found"))
                : new EmptyState(
                    Icon.USERS, tools.text("members.none-title"), tools.text("members.none")));
  }

  private void showPublication(Optional<JournalEntry> publication) {
    publication.ifPresentOrElse(
        entry -> strip.show(entry, session.publisher().hands(entry)),
        () -> strip.showNone(tools.text("publication.none"), tools.text("publication.none-yet")));
  }

  private void showProblem() {
    var told =
        model
            .problem()
            .get()
            .or(() -> model.projects().all().get().trouble())
            .or(() -> model.editor().roster().get().trouble());
    boolean reading = model.problem().get().isEmpty();
    banner.show(told, reading ? model::reload : null);
  }

  /** In production the numbers are asked about once more: readers get it within seconds. */
  private void publish() {
    if (!session.connection().isProduction()) {
      model.publish();
      return;
    }
    model
        .editor()
        .draft()
        .get()
        .ifPresent(draft -> {
          var change = draft.change();
          int paths = model.editor().toSend().map(sent -> sent.items().size()).orElse(0);
          Confirmation.ask(
              content,
              new Confirmation.Question(
                  tools.text("publish.question", draft.base().roster().projectName()),
                  tools.text(
                      "publish.numbers",
                      change.added().size(),
                      change.removed().size(),
                      change.edited().size(),
                      paths),
                  tools.text("change.publish", change.size()),
                  tools.text("cancel")),
              model::publish);
        });
  }

  /** Prepares the change that takes a publication back; nothing is sent. */
  public void takeBack(JournalEntry entry) {
    var step = entry.roster();
    if (step != null) {
      String reason = entry.about().reason();
      model.takeBack(
          entry,
          reason.isEmpty()
              ? tools.text("take-back.reason-none", step.versionAfter())
              : tools.text("take-back.reason", step.versionAfter(), reason));
    }
  }

  /** A change in parts goes on by itself, whatever becomes of this window. */
  @Override
  public int unpublished() {
    boolean isKept =
        model.saving().get()
            && model.publication().get().filter(JournalEntry::isSaving).isPresent();
    return isKept ? 0 : model.editor().draft().get().map(draft -> draft.change().size()).orElse(0);
  }

  @Override
  public Parent content() {
    return content;
  }

  @Override
  public Node aside() {
    return asOf;
  }

  @Override
  public void shown() {
    if (!loaded) {
      loaded = true;
      model.load();
    }
  }

  @Override
  public ObservableValue<Boolean> settled() {
    return RosterRows.settled(model);
  }

  @Override
  public void tick() {
    strip.tick();
  }

  @Override
  public void reload() {
    model.reload();
  }

  @Override
  public Node searchField() {
    return model.project().get().isPresent() ? search.field() : projects.searchField();
  }

  @Override
  public boolean shows(JournalEntry entry) {
    return strip.shows(entry);
  }

  @Override
  public void close() {
    model.close();
  }
}

package dev.frontdesk.ui.members;

import dev.frontdesk.files.RosterSheet;
import dev.frontdesk.members.Roster;
import dev.frontdesk.ui.kit.FilePrompt;
import dev.frontdesk.ui.kit.FileWriting;
import dev.frontdesk.ui.kit.Hover;
import dev.frontdesk.ui.kit.Icon;
import dev.frontdesk.ui.kit.Ids;
import dev.frontdesk.ui.kit.Skins;
import dev.frontdesk.ui.kit.Styles;
import dev.frontdesk.ui.kit.Tools;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.skin.ButtonSkin;
import javafx.scene.layout.HBox;

/** A roster from a sheet, and to one. */
final class SheetButtons extends HBox {
  private final MembersModel model;
  private final Tools tools;
  private final Button read;
  private final Button write;

  SheetButtons(MembersModel model, Tools tools) {
    super(8);
    this.model = model;
    this.tools = tools;
    this.read = button("members-import", Icon.UPLOAD, tools.text("import.button"));
    this.write = button("members-export", Icon.DOWNLOAD, tools.text("export.button"));
    Hover.say(read, tools.text("import.hover"));
    read.setOnAction(_ -> read());
    write.setOnAction(_ -> write());
    read.disableProperty()
        .bind(
            model
                .editor()
                .draft()
                .flatMap(
                    draft -> model.editor().locked().map(locked -> locked || draft.isEmpty())));
    write.disableProperty().bind(model.editor().roster().map(load -> load.newest().isEmpty()));
    getChildren().addAll(read, write);
    Styles.styled(write, "square");
    setAlignment(Pos.CENTER_LEFT);
    forget();
    narrow(false);
    setMinWidth(USE_PREF_SIZE);
  }

  private static Button button(String id, Icon icon, String text) {
    var button = Ids.give(id, Skins.early(new Button(text, icon.view()), ButtonSkin::new));
    button.setAccessibleText(text);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  /** Where there is little room the icons stand alone; exporting, the rarer of the two, always. */
  void narrow(boolean is) {
    read.getStyleClass().remove("square");
    if (is) {
      read.getStyleClass().add("square");
    }
    read.setContentDisplay(is ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    write.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
  }

  /** What was written is no longer what is shown. */
  void forget() {
    write.setGraphic(Icon.DOWNLOAD.view());
    Hover.say(write, tools.text("export.hover"));
  }

  private FilePrompt.Wish wish(String title) {
    return new FilePrompt.Wish(title, tools.text("import.kind"), List.of(".csv", ".tsv", ".txt"));
  }

  private void read() {
    tools
        .files()
        .toOpen(getScene().getWindow(), wish(tools.text("import.choose")))
        .ifPresent(file -> model.imports().read(file));
  }

  private void write() {
    Optional<Roster> roster = model.editor().roster().get().newest().map(RosterIndex::roster);
    roster
        .flatMap(now ->
            tools
                .files()
                .toSave(
                    getScene().getWindow(),
                    wish(tools.text("export.choose", now.projectName())),
                    tools.text("export.name", now.projectId(), now.version())))
        .ifPresent(file -> write(roster.orElseThrow(), file));
  }

  private void write(Roster roster, Path file) {
    tools
        .work()
        .run(
            () ->
                FileWriting.write(
                    file, to -> RosterSheet.write(roster.members(), to), tools.texts()),
            written -> {
              write.setGraphic(Icon.CHECK.view());
              Hover.say(
                  write, tools.text("export.done", roster.members().size(), written.toString()));
            },
            model::tell);
  }
}

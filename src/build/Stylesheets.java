import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javafx.css.Stylesheet;
import jdk.internal.misc.Unsafe;

/**
 * Compiles the style sheets to the form that JavaFX reads in a fifth of the time, which each start
 * waits for: Primer, light and dark, without the styles of controls that Frontdesk has none of, and
 * Frontdesk's own. Run by the build: {@code Stylesheets OWN FOLDER}.
 */
final class Stylesheets {
  /** The style classes of controls that are not used; ArchitectureTest knows which they are. */
  private static final List<String> ABSENT =
      List.of(
          "accordion titled-pane tab-pane tab-line tool-bar menu-bar menu-button split-pane",
          "split-menu-button tree-view tree-cell tree-table-view tree-table-cell",
          "tree-table-row-cell pagination spinner slider date-picker date-picker-popup calendar",
          "color-picker color-palette color-palette-region custom-color-dialog html-editor",
          "progress-bar progress-indicator chart pie-chart bar-chart area-chart line-chart axis",
          "chart-bar chart-symbol chart-line-symbol chart-series-line",
          // AtlantaFX's own
          "ring-progress-indicator toggle-switch segmented-control card custom-text-field popover",
          "tile-base message notification modal-pane modal-box bb-code breadcrumbs",
          "ikonli-font-icon caption-menu-item");

  /** The theme's variants that nothing here has; StylesheetsTest knows that too. */
  private static final List<String> UNUSED =
      List.of(
          "title-1 title-2 title-3 title-4 text-caption text-small text-muted text-subtle",
          "text-on-emphasis text-bold text-bolder text-normal text-lighter text-italic",
          "text-oblique text-underlined text-strikethrough accent success warning danger error",
          "information bg-[-a-z]+ border-[-a-z]+ elevated-[1-4] interactive font-icon button-icon",
          "button-circle button-outlined small medium large rounded alt-icon edge-to-edge",
          "bordered dense striped no-header align-[a-z]+ selectable-text tile",
          "chart-area-symbol chart-series[-a-z]+ chart-bubble chart-pie[-a-z]* default-color[0-7]",
          "[a-z]+-legend-symbol html-editor-[-a-z]+ alert",
          "confirmation text-input-dialog choice-dialog password-field text-field-table-cell",
          "check-box-table-cell sort-order show-hide-columns-button column-drag-header",
          // Rows of toggle buttons have them
          "(?:button|combo-box-base|choice-box|text-input|label)\\.[a-z]+-pill");

  private static final Pattern LEFT_OUT =
      Pattern.compile(
          ("\\.(?:" + words(ABSENT) + "|" + words(UNUSED) + ")(?![-\\w])")
              + "|:(?:accent|success|warning|danger)(?![-\\w])");
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

  /** Pictures of controls that are not used; with them, the path of this sheet would be kept. */
  private static final Pattern PICTURE =
      Pattern.compile("[-\\w]+\\s*:\\s*url\\(\"[^\"]*\"\\)\\s*;?");

  private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");

  private Stylesheets() {}

  private static String words(List<String> lines) {
    return String.join("|", lines).replace(' ', '|');
  }

  public static void main(String[] args) throws IOException, ReflectiveOperationException {
    keepOrder();
    Path folder = Files.createDirectories(Path.of(args[1]));
    for (String shade : List.of("light", "dark")) {
      Path whole = Files.createTempFile("primer-" + shade, ".css");
      try {
        Files.writeString(whole, without(primer(shade)));
        compile(whole, folder.resolve("primer-" + shade + ".bss"));
      } finally {
        Files.delete(whole);
      }
    }
    compile(Path.of(args[0]), folder.resolve("frontdesk.bss"));
  }

  /**
   * The JDK iterates its small sets in an order that each process draws anew, and JavaFX writes
   * them so: two builds of one commit would differ. No option sets that order, so its two fields
   * are set here, and the build keeps the compiler from what may have been read of them before.
   */
  private static void keepOrder() throws ReflectiveOperationException {
    Class<?> sets = Class.forName("java.util.ImmutableCollections");
    Unsafe unsafe = Unsafe.getUnsafe();
    Field from = sets.getDeclaredField("SALT32L");
    unsafe.putLong(unsafe.staticFieldBase(from), unsafe.staticFieldOffset(from), 0);
    Field backwards = sets.getDeclaredField("REVERSE");
    unsafe.putBoolean(
        unsafe.staticFieldBase(backwards), unsafe.staticFieldOffset(backwards), false);
  }

  private static void compile(Path sheet, Path binary) throws IOException {
    Stylesheet.convertToBinary(sheet.toFile(), binary.toFile());
  }

  private static String primer(String shade) throws IOException {
    String name = "/atlantafx/base/theme/primer-" + shade + ".css";
    try (InputStream in = Stylesheets.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The rules with the selectors that may ever apply. */
  private static String without(String sheet) {
    List<String> rules = new ArrayList<>();
    RULE.matcher(PICTURE.matcher(COMMENT.matcher(sheet).replaceAll("")).replaceAll(""))
        .results()
        .forEach(rule -> {
          List<String> selectors =
              Arrays.stream(rule.group(1).split(","))
                  .filter(selector -> !LEFT_OUT.matcher(selector).find())
                  .toList();
          if (!selectors.isEmpty()) {
            rules.add(String.join(",", selectors) + "{" + rule.group(2) + "}");
          }
        });
    return String.join("\n", rules);
  }
}

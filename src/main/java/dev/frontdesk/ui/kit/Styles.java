package dev.frontdesk.ui.kit;

import javafx.scene.Node;

/** The style classes of {@code frontdesk.css}. */
public final class Styles {
  public static final String ICON = "icon";
  public static final String PAGE = "page";
  public static final String PANEL = "panel";
  public static final String SECTION = "section";
  public static final String STRIP = "strip";
  public static final String TOOLBAR = "toolbar";
  public static final String PAGE_TITLE = "page-title";
  public static final String TITLE = "title";
  public static final String CAPTION = "caption";
  public static final String MUTED = "muted";
  public static final String STRONG = "strong";
  public static final String SMALL = "small-text";
  public static final String MONO = "mono";
  public static final String NUMBER = "number";
  public static final String FLAT = "flat";
  public static final String COMPACT = "compact";
  public static final String PRIMARY = "primary";

  /** Tones: what something means, beside its icon and its word. */
  public static final String DONE = "tone-done";

  public static final String RUNNING = "tone-running";
  public static final String ATTENTION = "tone-attention";
  public static final String WRONG = "tone-wrong";
  public static final String QUIET = "tone-quiet";

  private Styles() {}

  /** The same node, with the style classes. */
  public static <N extends Node> N styled(N node, String... classes) {
    node.getStyleClass().addAll(classes);
    return node;
  }
}

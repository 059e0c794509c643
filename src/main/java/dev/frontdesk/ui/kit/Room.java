package dev.frontdesk.ui.kit;

import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Room that is given out without asking what stands in it. To find out how tall a part of a page
 * would like to be, or has to be, JavaFX lays out every text in it, and where one of them wraps it
 * does so again on each level above: it keeps no such answer.
 */
public final class Room {
  private Room() {}

  /** Takes the height that the others of its column leave it, however little that is. */
  public static <R extends Region> R rest(R region) {
    VBox.setVgrow(region, Priority.ALWAYS);
    region.setPrefHeight(0);
    return asHighAsRow(region);
  }

  /** Takes the height of its row, be that less than it has to have. */
  public static <R extends Region> R asHighAsRow(R region) {
    region.setMinHeight(0);
    return region;
  }

  /** Takes exactly so much height. */
  public static <R extends Region> R high(double height, R region) {
    region.setMinHeight(height);
    region.setPrefHeight(height);
    region.setMaxHeight(height);
    return region;
  }
}

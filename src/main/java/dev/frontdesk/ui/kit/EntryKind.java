package dev.frontdesk.ui.kit;

import dev.frontdesk.publishing.HistoryEntry;
import dev.frontdesk.publishing.HistoryEntry.Foreign;
import dev.frontdesk.publishing.HistoryEntry.Ours;
import dev.frontdesk.publishing.JournalEntry;
import java.util.Locale;

/** What an entry of the history is: one of the journal's two kinds, or not Frontdesk's at all. */
public enum EntryKind {
  PUBLICATION,
  PURGE,
  FOREIGN;

  public static EntryKind of(HistoryEntry entry) {
    return switch (entry) {
      case Ours(JournalEntry ours) ->
          switch (ours.about().kind()) {
            case PUBLICATION -> PUBLICATION;
            case PURGE -> PURGE;
          };
      case Foreign _ -> FOREIGN;
    };
  }

  /** The English word of the contracts. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

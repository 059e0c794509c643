package dev.frontdesk.publishing;

import java.util.List;

/**
 * How far a change has come into the tables. Most are saved in one transaction with their entry; a
 * larger one in several, of which the last moves the roster's version.
 *
 * @param done how many transactions after the entry's own are done
 * @param of how many there are to be; 0 where the entry's own has all of the change
 * @param skipped ids of members that were left as somebody else made them between two transactions
 */
public record Saving(int done, int of, List<String> skipped) {
  /** Saved together with the entry. */
  public static final Saving AT_ONCE = new Saving(0, 0, List.of());

  public Saving {
    skipped = List.copyOf(skipped);
    if (done < 0 || done > of) {
      throw new IllegalArgumentException("%d of %d transactions".formatted(done, of));
    }
  }

  public boolean isDone() {
    return done == of;
  }
}

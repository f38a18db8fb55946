package app.moodify.upkeep;

import app.moodify.core.upkeep.UpkeepStore;
import app.moodify.core.upkeep.UpkeepStore.Expiring;
import app.moodify.upkeep.Upkeep.Job;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;

/**
 * Documents that were to be kept for a time only. Firestore's own policy deletes them too, within a
 * day or so of their time, where it is set up; so this looks at a few batches a run, and goes
 * round.
 */
final class ExpiredDocuments implements Job {
  private static final int BATCHES_PER_RUN = 5;

  private final BatchWalker walker;
  private final UpkeepStore store;
  private final Clock clock;

  ExpiredDocuments(UpkeepStore store, Clock clock) {
    this.walker = new BatchWalker(store, clock);
    this.store = store;
    this.clock = clock;
  }

  @Override
  public String run(Instant end) {
    Instant now = clock.instant();
    int deleted = 0;
    for (Expiring kind : Expiring.values()) {
      deleted +=
          walker.walk(
              "expired-" + kind.name().toLowerCase(Locale.ROOT),
              BATCHES_PER_RUN,
              end,
              from -> store.deleteExpired(kind, now, from),
              name -> 1);
    }
    return deleted + " deleted";
  }
}

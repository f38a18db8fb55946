package app.moodify.upkeep;

import app.moodify.core.Batch;
import app.moodify.core.upkeep.UpkeepStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Pagination with a stored cursor: goes through a long list batch by batch, over several runs if
 * one has not time enough.
 */
final class BatchWalker {
  static final int ALL = Integer.MAX_VALUE;

  private final UpkeepStore store;
  private final Clock clock;

  BatchWalker(UpkeepStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Goes on where the last run stopped.
   *
   * @param job its name, which the cursor is stored under
   * @param atMost how many batches to go through in one run
   * @param fetch returns the batch at a cursor
   * @param action does what there is to do with an item; returns 1 if there was something
   * @return how many there was something to do with
   */
  <T> int walk(
      String job,
      int atMost,
      Instant end,
      Function<Optional<String>, Batch<T>> fetch,
      ToIntFunction<T> action) {
    int done = 0;
    int batches = 0;
    Optional<String> cursor = store.progress(job);
    do {
      Batch<T> batch = fetch.apply(cursor);
      done += batch.items().stream().mapToInt(action).sum();
      cursor = batch.next();
      store.noteProgress(job, cursor);
      batches++;
    } while (cursor.isPresent() && batches < atMost && clock.instant().isBefore(end));
    return done;
  }
}

package app.moodify.upkeep;

import app.moodify.core.Batch;
import app.moodify.core.upkeep.UpkeepStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Goes through a long list page by page, over several runs if one has not time enough. */
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
   * @param job its name
   * @param atMost how many pages to turn in one run
   * @param turn returns a page
   * @param work does what there is to do with an item; returns 1 if there was something
   * @return how many there was something to do with
   */
  <T> int walk(
      String job,
      int atMost,
      Instant end,
      Function<Optional<String>, Batch<T>> turn,
      ToIntFunction<T> work) {
    int done = 0;
    Optional<String> at = store.progress(job);
    int turned = 0;
    do {
      Batch<T> page = turn.apply(at);
      for (T item : page.items()) {
        done += work.applyAsInt(item);
      }
      at = page.next();
      store.noteProgress(job, at);
      turned++;
    } while (at.isPresent() && turned < atMost && clock.instant().isBefore(end));
    return done;
  }
}

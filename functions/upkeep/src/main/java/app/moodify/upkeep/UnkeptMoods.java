package app.moodify.upkeep;

import app.moodify.core.photo.PhotoStore;
import app.moodify.core.upkeep.UpkeepStore;
import app.moodify.core.upkeep.UpkeepStore.UnkeptMood;
import app.moodify.upkeep.Upkeep.Job;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Entries that nothing was read from and that nobody kept within their time: the page deletes them
 * when it is left, but a page can be closed.
 */
final class UnkeptMoods implements Job {
  private static final int BATCH_SIZE = 100;

  private final UpkeepStore store;
  private final PhotoStore photos;
  private final Clock clock;

  UnkeptMoods(UpkeepStore store, PhotoStore photos, Clock clock) {
    this.store = store;
    this.photos = photos;
    this.clock = clock;
  }

  @Override
  public String run(Instant end) {
    int deleted = 0;
    List<UnkeptMood> batch;
    do {
      batch = store.unkeptMoods(clock.instant(), BATCH_SIZE);
      for (UnkeptMood mood : batch) {
        deleted += delete(mood) ? 1 : 0;
      }
      // Every entry of the batch was deleted, or kept by its person, so the next is another.
    } while (batch.size() == BATCH_SIZE && clock.instant().isBefore(end));
    return deleted + " deleted";
  }

  /** The entry first: where its person keeps it in this moment, the photo stays too. */
  private boolean delete(UnkeptMood mood) {
    boolean isDeleted = store.delete(mood);
    if (isDeleted) {
      photos.deleteKept(mood.photo(), mood.id());
    }
    return isDeleted;
  }
}

package app.moodify.upkeep;

import app.moodify.core.mood.MoodError;
import app.moodify.core.photo.PhotoStore;
import app.moodify.core.photo.UploadedPhotos;
import app.moodify.core.upkeep.UpkeepStore;
import app.moodify.core.upkeep.UpkeepStore.OpenMood;
import app.moodify.upkeep.Upkeep.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Entries whose photo is still being looked at after a while: the photo is sent once more, and if
 * that does not help either, the entry fails and says so.
 */
final class StuckMoods implements Job {
  private static final int BATCH_SIZE = 100;

  private final UpkeepStore store;
  private final UploadedPhotos uploads;
  private final PhotoStore photos;
  private final Duration patience;
  private final Clock clock;

  /**
   * @param patience how long nothing may happen to an entry until its photo counts as stuck
   */
  StuckMoods(
      UpkeepStore store,
      UploadedPhotos uploads,
      PhotoStore photos,
      Duration patience,
      Clock clock) {
    this.store = store;
    this.uploads = uploads;
    this.photos = photos;
    this.patience = patience;
    this.clock = clock;
  }

  @Override
  public String run(Instant end) {
    int again = 0;
    int failed = 0;
    Instant untouchedSince = clock.instant().minus(patience);
    List<OpenMood> batch;
    do {
      batch = store.openMoods(untouchedSince, BATCH_SIZE);
      for (OpenMood mood : batch) {
        if (mood.retried()) {
          failed += fail(mood) ? 1 : 0;
        } else {
          again += retry(mood) ? 1 : 0;
        }
      }
      // Every entry of the batch was changed, by this or by somebody else, so the next is another.
    } while (batch.size() == BATCH_SIZE && clock.instant().isBefore(end));
    return "%d sent once more, %d failed".formatted(again, failed);
  }

  /**
   * Noted first: an entry must not be sent again and again. If its photo is gone, nobody will ever
   * read it: the entry is open again after a while, unless a newer photo came.
   */
  private boolean retry(OpenMood mood) {
    return store.markRetried(mood, clock.instant()) && uploads.sendAgain(mood.photo());
  }

  private boolean fail(OpenMood mood) {
    boolean isFailed = store.fail(mood, MoodError.STUCK, clock.instant());
    if (isFailed) {
      photos.delete(mood.photo());
    }
    return isFailed;
  }
}

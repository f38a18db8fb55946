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
 * Entries whose photo is still being looked at after ten minutes: the photo is sent once more, and
 * if that does not help either, the entry fails and says so.
 */
final class StuckMoods implements Job {
  private static final Duration STUCK_AFTER = Duration.ofMinutes(10);
  private static final int PAGE = 100;

  private final UpkeepStore store;
  private final UploadedPhotos uploads;
  private final PhotoStore photos;
  private final Clock clock;

  StuckMoods(UpkeepStore store, UploadedPhotos uploads, PhotoStore photos, Clock clock) {
    this.store = store;
    this.uploads = uploads;
    this.photos = photos;
    this.clock = clock;
  }

  @Override
  public String run(Instant end) {
    int again = 0;
    int failed = 0;
    Instant untouchedSince = clock.instant().minus(STUCK_AFTER);
    List<OpenMood> page = List.of();
    do {
      page = store.openMoods(untouchedSince, PAGE);
      for (OpenMood mood : page) {
        if (!mood.retried()) {
          again += retry(mood);
        } else {
          failed += fail(mood, MoodError.STUCK);
        }
      }
      // Every entry of the page was changed, by this or by somebody else, so the next is another.
    } while (page.size() == PAGE && clock.instant().isBefore(end));
    return "%d sent once more, %d failed".formatted(again, failed);
  }

  /** Noted first: an entry must not be sent again and again. */
  private int retry(OpenMood mood) {
    if (!store.markRetried(mood, clock.instant())) {
      return 0;
    }
    if (uploads.sendAgain(mood.photo())) {
      return 1;
    }
    // Nobody will ever read it. The entry is open again in ten minutes, unless a newer photo came.
    return 0;
  }

  private int fail(OpenMood mood, MoodError error) {
    if (!store.fail(mood, error, clock.instant())) {
      return 0;
    }
    photos.delete(mood.photo());
    return 1;
  }
}

package app.moodify.upkeep;

import app.moodify.core.mood.MoodEntry;
import app.moodify.core.mood.MoodId;
import app.moodify.core.mood.MoodStore;
import app.moodify.core.mood.PhotoReference;
import app.moodify.core.photo.PhotoStore;
import app.moodify.core.photo.UploadedPhotos;
import app.moodify.core.photo.UploadedPhotos.Uploaded;
import app.moodify.core.upkeep.UpkeepStore;
import app.moodify.upkeep.Upkeep.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Orphans, which are kept photos that no entry names and nobody could find to delete: of an entry that was deleted
 * in the moment in which its photo was kept, or that failed in it. Every photo costs a look at its
 * entry, so this looks at one batch a run, and goes round.
 */
final class OrphanedPhotos implements Job {
  /** The name that cursors are stored under since the first release. */
  private static final String STORED_AS = "forgotten-photos";

  private static final int BATCHES_PER_RUN = 1;

  /** By then whoever keeps a photo has named it, or has given up. */
  private static final Duration NAMED_WITHIN = Duration.ofDays(1);

  private final BatchWalker walker;
  private final UploadedPhotos uploads;
  private final PhotoStore photos;
  private final MoodStore moods;
  private final Clock clock;

  OrphanedPhotos(
      UpkeepStore store, UploadedPhotos uploads, PhotoStore photos, MoodStore moods, Clock clock) {
    this.walker = new BatchWalker(store, clock);
    this.uploads = uploads;
    this.photos = photos;
    this.moods = moods;
    this.clock = clock;
  }

  @Override
  public String run(Instant end) {
    Instant latest = clock.instant().minus(NAMED_WITHIN);
    int deleted =
        walker.walk(
            STORED_AS, BATCHES_PER_RUN, end, uploads::keptBatch, kept -> delete(kept, latest));
    return deleted + " deleted";
  }

  private int delete(Uploaded kept, Instant latest) {
    if (kept.at().isAfter(latest) || isNamed(kept.photo())) {
      return 0;
    }
    photos.delete(kept.photo());
    return 1;
  }

  private boolean isNamed(PhotoReference photo) {
    return MoodId.ofKeptPhotoPath(photo.path())
        .flatMap(moods::find)
        .flatMap(MoodEntry::photo)
        .filter(stored -> stored.kept() && stored.path().equals(photo.path()))
        .isPresent();
  }
}

package app.moodify.upkeep;

import app.moodify.core.photo.PhotoStore;
import app.moodify.core.photo.UploadedPhotos;
import app.moodify.core.photo.UploadedPhotos.Uploaded;
import app.moodify.core.upkeep.UpkeepStore;
import app.moodify.upkeep.Upkeep.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Photos that were uploaded more than a day ago. The bucket's own rule deletes them too, within a
 * day or so of their time, where it is set up. Photos that people keep are elsewhere.
 */
final class ExpiredPhotos implements Job {
  private static final Duration KEPT_FOR = Duration.ofDays(1);

  private final BatchWalker walker;
  private final UploadedPhotos uploads;
  private final PhotoStore photos;
  private final Clock clock;

  ExpiredPhotos(UpkeepStore store, UploadedPhotos uploads, PhotoStore photos, Clock clock) {
    this.walker = new BatchWalker(store, clock);
    this.uploads = uploads;
    this.photos = photos;
    this.clock = clock;
  }

  @Override
  public String run(Instant end) {
    Instant latest = clock.instant().minus(KEPT_FOR);
    int deleted =
        walker.walk(
            "expired-photos",
            BatchWalker.ALL,
            end,
            uploads::batch,
            uploaded -> delete(uploaded, latest));
    return deleted + " deleted";
  }

  private int delete(Uploaded uploaded, Instant latest) {
    if (uploaded.at().isAfter(latest)) {
      return 0;
    }
    photos.delete(uploaded.photo());
    return 1;
  }
}

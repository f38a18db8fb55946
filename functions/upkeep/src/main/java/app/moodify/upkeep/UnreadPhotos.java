package app.moodify.upkeep;

import app.moodify.core.mood.MoodId;
import app.moodify.core.mood.MoodStore;
import app.moodify.core.photo.UploadedPhotos;
import app.moodify.core.photo.UploadedPhotos.Uploaded;
import app.moodify.core.upkeep.UpkeepStore;
import app.moodify.upkeep.Upkeep.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Photos that were uploaded and that nobody has begun to read: their event was lost, or whoever
 * read them stopped before the entry was made. They are sent once more, until they expire.
 */
final class UnreadPhotos implements Job {
  private final BatchWalker walker;
  private final UploadedPhotos uploads;
  private final MoodStore moods;
  private final Duration patience;
  private final Clock clock;

  /**
   * @param patience how long a photo may take until its entry is there
   */
  UnreadPhotos(
      UpkeepStore store, UploadedPhotos uploads, MoodStore moods, Duration patience, Clock clock) {
    this.walker = new BatchWalker(store, clock);
    this.uploads = uploads;
    this.moods = moods;
    this.patience = patience;
    this.clock = clock;
  }

  @Override
  public String run(Instant end) {
    Instant latest = clock.instant().minus(patience);
    int sent =
        walker.walk(
            "unread-photos",
            BatchWalker.ALL,
            end,
            uploads::batch,
            uploaded -> sendAgain(uploaded, latest));
    return sent + " sent once more";
  }

  private int sendAgain(Uploaded uploaded, Instant latest) {
    Optional<MoodId> id = MoodId.ofPhotoPath(uploaded.photo().path());
    boolean isLate = uploaded.sentAt().isBefore(latest);
    return isLate
            && id.isPresent()
            && moods.find(id.get()).isEmpty()
            && uploads.sendAgain(uploaded.photo())
        ? 1
        : 0;
  }
}

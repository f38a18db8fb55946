package app.moodify.upkeep;

import app.moodify.core.MoodEntry;
import app.moodify.core.MoodId;
import app.moodify.core.MoodStore;
import app.moodify.core.PhotoReference;
import app.moodify.core.PhotoStore;
import app.moodify.core.UpkeepStore;
import app.moodify.core.UploadedPhotos;
import app.moodify.core.UploadedPhotos.Uploaded;
import app.moodify.upkeep.Upkeep.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Photos that are older than a day, unless their person keeps them. */
final class ExpiredPhotos implements Job {
  private static final Duration KEPT_FOR = Duration.ofDays(1);

  private final Pages pages;
  private final UploadedPhotos uploads;
  private final PhotoStore photos;
  private final MoodStore moods;
  private final Clock clock;

  ExpiredPhotos(
      UpkeepStore store, UploadedPhotos uploads, PhotoStore photos, MoodStore moods, Clock clock) {
    this.pages = new Pages(store, clock);
    this.uploads = uploads;
    this.photos = photos;
    this.moods = moods;
    this.clock = clock;
  }

  @Override
  public String run(Instant end) {
    Instant latest = clock.instant().minus(KEPT_FOR);
    int deleted =
        pages.walk(
            "expired-photos", Pages.ALL, end, uploads::page, uploaded -> delete(uploaded, latest));
    return deleted + " deleted";
  }

  private int delete(Uploaded uploaded, Instant latest) {
    if (uploaded.at().isAfter(latest) || isKept(uploaded.photo())) {
      return 0;
    }
    photos.delete(uploaded.photo());
    return 1;
  }

  private boolean isKept(PhotoReference photo) {
    Optional<MoodId> id = MoodId.ofPhotoPath(photo.path());
    return id.flatMap(moods::find)
        .flatMap(MoodEntry::photo)
        .filter(stored -> stored.kept() && stored.generation() == photo.generation())
        .isPresent();
  }
}

package app.moodify.detect;

import app.moodify.core.mood.Goal;
import app.moodify.core.mood.MoodId;
import app.moodify.core.mood.PhotoReference;
import app.moodify.core.photo.UploadedPhotos;
import app.moodify.telemetry.Operation;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * A photo that was uploaded.
 *
 * @param id the mood entry it belongs to
 * @param photo the photo
 * @param goal what the person wants of the music, from the object's metadata
 * @param uploadedAt when its person uploaded it; the same of each generation in which it is sent
 *     again
 * @param at when the event happened
 */
record PhotoUpload(
    MoodId id, PhotoReference photo, Optional<Goal> goal, Instant uploadedAt, Instant at) {
  private static final Logger LOG = Logger.getLogger(PhotoUpload.class.getName());

  /** Returns the photo that an object is; nothing if it is at no place of a mood's photo. */
  static Optional<PhotoUpload> of(FinalizedObject object) {
    return MoodId.ofPhotoPath(object.reference().path()).map(id -> upload(id, object));
  }

  private static PhotoUpload upload(MoodId id, FinalizedObject object) {
    Operation.current().about(id.moodId());
    return new PhotoUpload(
        id, object.reference(), goal(object, id), uploadedAt(object), object.at());
  }

  private static Instant uploadedAt(FinalizedObject object) {
    String noted = object.metadata().get(UploadedPhotos.UPLOADED_AT);
    return noted == null ? object.createdAt() : Instant.parse(noted);
  }

  private static Optional<Goal> goal(FinalizedObject object, MoodId id) {
    String wish = object.metadata().get("goal");
    Optional<Goal> goal = Goal.fromKey(wish);
    if (wish != null && goal.isEmpty()) {
      LOG.warning("Mood " + id + ": the photo came with an unknown goal, which counts as none");
    }
    return goal;
  }
}

package app.moodify.detect;

import app.moodify.core.mood.Goal;
import app.moodify.core.mood.MoodId;
import app.moodify.core.mood.PhotoReference;
import app.moodify.telemetry.Operation;
import com.google.events.cloud.storage.v1.StorageObjectData;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.cloudevents.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * A photo that was uploaded, as an event describes it.
 *
 * @param id the mood entry it belongs to
 * @param photo the photo
 * @param goal what the person wants of the music, from the object's metadata
 * @param at when the event happened
 */
record PhotoUpload(MoodId id, PhotoReference photo, Optional<Goal> goal, Instant at) {
  private static final Logger LOG = Logger.getLogger(PhotoUpload.class.getName());

  /**
   * Reads an event {@code google.cloud.storage.object.v1.finalized}. Returns nothing, with a line
   * in the log, for what is no photo of a mood: an object elsewhere, a malformed event. Such an
   * event is done, since trying again cannot help.
   */
  static Optional<PhotoUpload> read(CloudEvent event) {
    if (event.getData() == null) {
      LOG.warning("Event " + event.getId() + " is ignored: it has no data");
      return Optional.empty();
    }
    StorageObjectData.Builder builder = StorageObjectData.newBuilder();
    try {
      JsonFormat.parser()
          .ignoringUnknownFields()
          .merge(new String(event.getData().toBytes(), StandardCharsets.UTF_8), builder);
    } catch (InvalidProtocolBufferException e) {
      LOG.warning("Event %s is ignored: no StorageObjectData in it".formatted(event.getId()));
      return Optional.empty();
    }
    StorageObjectData object = builder.build();
    Optional<MoodId> id = MoodId.ofPhotoPath(object.getName());
    if (id.isEmpty() || object.getGeneration() <= 0) {
      LOG.info(
          "Event %s is ignored: the object is not at photos/{uid}/{moodId}"
              .formatted(event.getId()));
      return Optional.empty();
    }
    Operation.current().about(id.get().moodId());
    return Optional.of(
        new PhotoUpload(id.get(), photo(object), goal(object, id.get()), time(event, object)));
  }

  private static PhotoReference photo(StorageObjectData object) {
    return new PhotoReference(
        object.getBucket(),
        object.getName(),
        object.getGeneration(),
        object.getSize(),
        object.getContentType());
  }

  private static Optional<Goal> goal(StorageObjectData object, MoodId id) {
    String wish = object.getMetadataMap().get("goal");
    Optional<Goal> goal = Goal.fromKey(wish);
    if (wish != null && goal.isEmpty()) {
      LOG.warning("Mood " + id + ": the photo came with an unknown goal, which counts as none");
    }
    return goal;
  }

  private static Instant time(CloudEvent event, StorageObjectData object) {
    return event.getTime() != null
        ? event.getTime().toInstant()
        : Instant.ofEpochSecond(
            object.getTimeCreated().getSeconds(), object.getTimeCreated().getNanos());
  }
}

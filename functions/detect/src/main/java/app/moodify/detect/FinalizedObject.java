package app.moodify.detect;

import app.moodify.core.mood.PhotoReference;
import com.google.events.cloud.storage.v1.StorageObjectData;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.cloudevents.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * An object whose content is whole, as an event describes it.
 *
 * @param eventId the event, for logs
 * @param reference the object
 * @param metadata what its uploader wrote beside it; not to be trusted
 * @param createdAt when this generation of it was made
 * @param at when the event happened
 */
record FinalizedObject(
    String eventId,
    PhotoReference reference,
    Map<String, String> metadata,
    Instant createdAt,
    Instant at) {
  private static final Logger LOG = Logger.getLogger(FinalizedObject.class.getName());

  FinalizedObject {
    metadata = Map.copyOf(metadata);
  }

  /**
   * Reads an event {@code google.cloud.storage.object.v1.finalized}. Returns nothing, with a line
   * in the log, for a malformed one. Such an event is done, since trying again cannot help.
   */
  static Optional<FinalizedObject> read(CloudEvent event) {
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
    if (object.getName().isEmpty() || object.getGeneration() <= 0) {
      LOG.warning("Event %s is ignored: it names no object".formatted(event.getId()));
      return Optional.empty();
    }
    return Optional.of(
        new FinalizedObject(
            event.getId(),
            reference(object),
            object.getMetadataMap(),
            createdAt(object),
            time(event, object)));
  }

  private static PhotoReference reference(StorageObjectData object) {
    return new PhotoReference(
        object.getBucket(),
        object.getName(),
        object.getGeneration(),
        object.getSize(),
        object.getContentType());
  }

  private static Instant time(CloudEvent event, StorageObjectData object) {
    return event.getTime() != null ? event.getTime().toInstant() : createdAt(object);
  }

  private static Instant createdAt(StorageObjectData object) {
    return Instant.ofEpochSecond(
        object.getTimeCreated().getSeconds(), object.getTimeCreated().getNanos());
  }
}

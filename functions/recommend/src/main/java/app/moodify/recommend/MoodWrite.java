package app.moodify.recommend;

import app.moodify.core.MoodId;
import app.moodify.core.MoodStatus;
import com.google.events.cloud.firestore.v1.Document;
import com.google.events.cloud.firestore.v1.DocumentEventData;
import com.google.events.cloud.firestore.v1.Value;
import com.google.protobuf.InvalidProtocolBufferException;
import io.cloudevents.CloudEvent;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A write to a mood entry, as an event tells it.
 *
 * @param id the entry
 * @param status the status that was written, which may not be the entry's status any more
 */
record MoodWrite(MoodId id, MoodStatus status) {
  private static final Logger LOG = Logger.getLogger(MoodWrite.class.getName());
  private static final Pattern NAME =
      Pattern.compile("projects/[^/]+/databases/[^/]+/documents/(.+)");

  /**
   * Reads an event {@code google.cloud.firestore.document.v1.written}. Returns nothing, with a line
   * in the log, for what is no write to a mood entry: a deletion, another document, a malformed
   * event. Such an event is done, since trying again cannot help.
   */
  static Optional<MoodWrite> read(CloudEvent event) {
    Optional<Document> written = document(event);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    Document document = written.get();
    Matcher name = NAME.matcher(document.getName());
    Optional<MoodId> id = name.matches() ? MoodId.ofMoodPath(name.group(1)) : Optional.empty();
    Optional<MoodStatus> status =
        MoodStatus.fromKey(
            document.getFieldsOrDefault("status", Value.getDefaultInstance()).getStringValue());
    if (id.isEmpty() || status.isEmpty()) {
      LOG.info("Event " + event.getId() + " is ignored: it tells of no mood entry with a status");
      return Optional.empty();
    }
    return Optional.of(new MoodWrite(id.get(), status.get()));
  }

  private static Optional<Document> document(CloudEvent event) {
    if (event.getData() == null) {
      LOG.warning("Event " + event.getId() + " is ignored: it has no data");
      return Optional.empty();
    }
    try {
      DocumentEventData data = DocumentEventData.parseFrom(event.getData().toBytes());
      if (!data.hasValue()) {
        LOG.info("Event " + event.getId() + " is ignored: the document was deleted");
        return Optional.empty();
      }
      return Optional.of(data.getValue());
    } catch (InvalidProtocolBufferException e) {
      LOG.warning(
          "Event %s is ignored: no DocumentEventData in it, %s"
              .formatted(event.getId(), e.getMessage()));
      return Optional.empty();
    }
  }
}

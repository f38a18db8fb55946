package app.moodify.recommend;

import app.moodify.core.mood.MoodEvent.Kind;
import app.moodify.core.mood.MoodId;
import app.moodify.core.mood.MoodSource;
import app.moodify.core.mood.MoodStatus;
import app.moodify.telemetry.TraceOrigin;
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
 * A write to a mood entry, as an event describes it.
 *
 * @param id the entry
 * @param status the status that was written, which may not be the entry's status any more; empty if
 *     the entry was deleted
 * @param event what is to be published of it, if anything
 * @param origin the span that wrote it; where a person did, the span that wrote the verdict, as a
 *     link
 */
record MoodWrite(MoodId id, Optional<MoodStatus> status, Optional<Kind> event, TraceOrigin origin) {
  private static final Logger LOG = Logger.getLogger(MoodWrite.class.getName());
  private static final Pattern NAME =
      Pattern.compile("projects/[^/]+/databases/[^/]+/documents/(.+)");

  /**
   * Reads an event {@code google.cloud.firestore.document.v1.written}. Returns nothing, with a line
   * in the log, for what is no write to a mood entry: another document, a malformed event. Such an
   * event is done, since a retry cannot help.
   */
  static Optional<MoodWrite> read(CloudEvent event) {
    Optional<DocumentEventData> data = data(event);
    if (data.isEmpty()) {
      return Optional.empty();
    }
    boolean deleted = !data.get().hasValue();
    Document before = data.get().getOldValue();
    Document after = data.get().getValue();
    Optional<MoodId> id = id(deleted ? before : after);
    Optional<MoodStatus> status = MoodStatus.fromKey(text(after, "status"));
    if (id.isEmpty() || (status.isEmpty() && !deleted)) {
      LOG.info("Event " + event.getId() + " is ignored: it is about no mood entry with a status");
      return Optional.empty();
    }
    Optional<Kind> kind = deleted ? Optional.of(Kind.DELETED) : kind(data.get(), before, after);
    return Optional.of(new MoodWrite(id.get(), status, kind, origin(before, after)));
  }

  /** Every verdict is written with a span of its own, which stays when a person writes later. */
  private static TraceOrigin origin(Document before, Document after) {
    TraceOrigin origin = TraceOrigin.of(text(after, TraceOrigin.TRACEPARENT));
    boolean isOld =
        text(before, TraceOrigin.TRACEPARENT).equals(text(after, TraceOrigin.TRACEPARENT));
    return isOld ? origin.asLink() : origin;
  }

  private static Optional<Kind> kind(DocumentEventData data, Document before, Document after) {
    if (!data.hasOldValue()) {
      return text(after, "source").equals(MoodSource.MANUAL.key())
          ? Optional.of(Kind.PICKED)
          : Optional.empty();
    }
    if (!text(before, "correction").equals(text(after, "correction"))) {
      return Optional.of(Kind.CORRECTED);
    }
    return text(before, "goal").equals(text(after, "goal"))
        ? Optional.empty()
        : Optional.of(Kind.AIMED);
  }

  private static Optional<MoodId> id(Document document) {
    Matcher name = NAME.matcher(document.getName());
    return name.matches() ? MoodId.ofMoodPath(name.group(1)) : Optional.empty();
  }

  private static String text(Document document, String field) {
    return document.getFieldsOrDefault(field, Value.getDefaultInstance()).getStringValue();
  }

  private static Optional<DocumentEventData> data(CloudEvent event) {
    if (event.getData() == null) {
      LOG.warning("Event " + event.getId() + " is ignored: it has no data");
      return Optional.empty();
    }
    try {
      return Optional.of(DocumentEventData.parseFrom(event.getData().toBytes()));
    } catch (InvalidProtocolBufferException e) {
      LOG.warning("Event %s is ignored: no DocumentEventData in it".formatted(event.getId()));
      return Optional.empty();
    }
  }
}

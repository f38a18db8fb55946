package app.moodify.cloud.firestore;

import app.moodify.core.mood.Emotion;
import app.moodify.core.mood.EmotionScores;
import app.moodify.core.mood.FaceBox;
import app.moodify.core.mood.Goal;
import app.moodify.core.mood.MoodEntry;
import app.moodify.core.mood.MoodEntry.StoredPhoto;
import app.moodify.core.mood.MoodError;
import app.moodify.core.mood.MoodSource;
import app.moodify.core.mood.MoodStatus;
import app.moodify.core.mood.PhotoAnalysis;
import app.moodify.core.mood.PhotoReference;
import app.moodify.core.mood.Verdict;
import com.google.cloud.Timestamp;
import com.google.cloud.firestore.FieldValue;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Logger;

/** The fields of {@code users/{uid}/moods/{moodId}}. What there is nothing to say of is absent. */
final class MoodDocument {
  private static final Logger LOG = Logger.getLogger(MoodDocument.class.getName());

  static final String SHUFFLE = "shuffle";
  static final String UPDATED_AT = "updatedAt";

  /**
   * When an entry that nothing was read from goes by itself. Its person keeps it by taking this
   * away.
   */
  static final String EXPIRES_AT = "expiresAt";

  private static final Set<MoodStatus> UNREAD = Set.of(MoodStatus.NO_FACE, MoodStatus.FAILED);

  /** Long enough to come back to the page and look. */
  private static final Duration UNREAD_KEPT_FOR = Duration.ofDays(1);

  /** Whether the photo was sent once more, since nothing was heard of it. */
  static final String RETRIED = "retried";

  /** When attempts have claimed the entry that were not heard of since. */
  static final String ATTEMPTS = "attempts";

  /** The span in which the verdict was written, as W3C's "Trace Context" writes it. */
  static final String TRACEPARENT = "traceparent";

  private MoodDocument() {}

  /** Returns the whole document of a photo that is being looked at. */
  static Map<String, Object> analyzing(PhotoReference photo, Optional<Goal> goal, Instant at) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("status", MoodStatus.ANALYZING.key());
    fields.put("source", MoodSource.PHOTO.key());
    goal.ifPresent(value -> fields.put("goal", value.key()));
    fields.put("photo", photo(photo, true));
    fields.put("createdAt", Documents.timestamp(at));
    fields.put(UPDATED_AT, Documents.timestamp(at));
    fields.put(ATTEMPTS, List.of(attempt(at)));
    return fields;
  }

  /** Returns the fields that a verdict adds to the document or replaces in it. */
  static Map<String, Object> verdict(
      Verdict verdict, PhotoReference photo, boolean photoKept, Instant at) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("status", verdict.status().key());
    fields.put("photo", photo(photo, photoKept));
    fields.put(UPDATED_AT, Documents.timestamp(at));
    fields.put(ATTEMPTS, FieldValue.delete());
    if (UNREAD.contains(verdict.status())) {
      fields.put(EXPIRES_AT, Documents.timestamp(at.plus(UNREAD_KEPT_FOR)));
    }
    verdict.error().ifPresent(error -> fields.put("error", error(error)));
    verdict.analysis().ifPresent(analysis -> putAnalysis(fields, analysis));
    return fields;
  }

  /** Reads a document. What a person wrote into it that makes no sense counts as absent. */
  static Optional<MoodEntry> read(Map<String, Object> fields) {
    Optional<MoodStatus> status = Documents.text(fields, "status").flatMap(MoodStatus::fromKey);
    Optional<MoodSource> source = Documents.text(fields, "source").flatMap(MoodSource::fromKey);
    if (status.isEmpty() || source.isEmpty()) {
      LOG.warning("A mood entry without a known status and source is left aside");
      return Optional.empty();
    }
    return Optional.of(
        new MoodEntry(
            status.get(),
            source.get(),
            known(fields, "goal", Goal::fromKey),
            shuffle(fields),
            known(fields, "correction", Emotion::fromKey),
            known(fields, "emotion", Emotion::fromKey),
            scores(Documents.map(fields, "scores")),
            storedPhoto(fields),
            readError(Documents.map(fields, "error"))));
  }

  /** Returns the generation of a document's photo, 0 for a mood picked by hand. */
  static long generation(Map<String, Object> fields) {
    return storedPhoto(fields).map(StoredPhoto::generation).orElse(0L);
  }

  /** Firestore keeps microseconds, and finds an element of a list only if it is the same. */
  static Timestamp attempt(Instant at) {
    return Documents.timestamp(at.truncatedTo(ChronoUnit.MICROS));
  }

  /** Returns when the attempts began that were not heard of since. */
  static List<Instant> attempts(Map<String, Object> fields) {
    return fields.get(ATTEMPTS) instanceof List<?> times
        ? times.stream()
            .filter(Timestamp.class::isInstance)
            .map(time -> Documents.instant((Timestamp) time))
            .toList()
        : List.of();
  }

  /** Returns how many times other music was asked for, 0 if never. */
  static int shuffle(Map<String, Object> fields) {
    return fields.get(SHUFFLE) instanceof Number number ? Math.max(0, number.intValue()) : 0;
  }

  private static void putAnalysis(Map<String, Object> fields, PhotoAnalysis analysis) {
    fields.put("faces", analysis.faces());
    analysis.box().ifPresent(box -> fields.put("box", box(box)));
    analysis
        .scores()
        .ifPresent(
            scores -> {
              fields.put("scores", scores(scores));
              fields.put("emotion", scores.best().key());
              fields.put("confidence", scores.confidence());
              fields.put("affect", Documents.affect(scores.affect()));
            });
    fields.put("modelVersion", analysis.modelVersion());
    fields.put("ms", milliseconds(analysis.times()));
  }

  private static Map<String, Object> photo(PhotoReference photo, boolean kept) {
    return Map.of(
        "path", photo.path(),
        "generation", photo.generation(),
        "size", photo.size(),
        "kept", kept);
  }

  private static Map<String, Object> error(MoodError error) {
    return Map.of("code", error.code(), "message", error.message());
  }

  private static List<Integer> box(FaceBox box) {
    return List.of(box.x(), box.y(), box.width(), box.height());
  }

  private static Map<String, Object> scores(EmotionScores scores) {
    Map<String, Object> fields = new LinkedHashMap<>();
    scores.byEmotion().forEach((emotion, score) -> fields.put(emotion.key(), score));
    return fields;
  }

  private static Map<String, Object> milliseconds(PhotoAnalysis.Times times) {
    return Map.of(
        "decode", times.decode(),
        "detect", times.detect(),
        "classify", times.classify(),
        "total", times.total());
  }

  private static <T> Optional<T> known(
      Map<String, Object> fields, String name, Function<String, Optional<T>> fromKey) {
    Optional<T> value = Documents.text(fields, name).flatMap(fromKey);
    if (value.isEmpty() && fields.containsKey(name)) {
      LOG.warning("A mood entry has an unknown " + name + ", which counts as none");
    }
    return value;
  }

  private static Optional<EmotionScores> scores(Map<?, ?> fields) {
    if (fields.isEmpty()) {
      return Optional.empty();
    }
    double[] probabilities = new double[Emotion.values().length];
    for (Emotion emotion : Emotion.values()) {
      probabilities[emotion.ordinal()] =
          fields.get(emotion.key()) instanceof Number number ? number.doubleValue() : Double.NaN;
    }
    try {
      return Optional.of(EmotionScores.of(probabilities));
    } catch (IllegalArgumentException e) {
      LOG.warning("A mood entry's scores count as none: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** Returns the photo of a document, if it has one. */
  static Optional<StoredPhoto> storedPhoto(Map<String, Object> document) {
    Map<?, ?> fields = Documents.map(document, "photo");
    if (!(fields.get("generation") instanceof Number generation)) {
      return Optional.empty();
    }
    return Optional.of(
        new StoredPhoto(
            Documents.text(fields, "path").orElse(""),
            generation.longValue(),
            fields.get("size") instanceof Number size ? size.longValue() : 0,
            Boolean.TRUE.equals(fields.get("kept"))));
  }

  private static Optional<MoodError> readError(Map<?, ?> fields) {
    return Documents.text(fields, "code")
        .map(code -> new MoodError(code, Documents.text(fields, "message").orElse("")));
  }
}

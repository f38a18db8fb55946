package app.moodify.cloud.firestore;

import app.moodify.core.mood.Emotion;
import app.moodify.core.music.Feedback;
import app.moodify.core.music.Feedback.Opinion;
import com.google.cloud.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The fields of {@code users/{uid}/feedback/{trackId}}, which the person writes. */
final class FeedbackDocument {
  static final String AT = "at";

  private FeedbackDocument() {}

  /** Reads feedback on a track that was on a playlist, or nothing if it makes no sense. */
  static Optional<Feedback> read(String trackId, Map<String, Object> fields, ShownTrack track) {
    Optional<Opinion> verdict = Documents.text(fields, "verdict").flatMap(Opinion::fromKey);
    if (verdict.isEmpty() || !(fields.get(AT) instanceof Timestamp at)) {
      return Optional.empty();
    }
    return Optional.of(
        new Feedback(
            trackId,
            track.source(),
            track.artistId(),
            track.traits(),
            verdict.get(),
            share(fields.get("playedShare")),
            Documents.text(fields, "emotion").flatMap(Emotion::fromKey),
            Instant.ofEpochSecond(at.getSeconds(), at.getNanos())));
  }

  private static OptionalDouble share(Object value) {
    return value instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= 1
        ? OptionalDouble.of(number.doubleValue())
        : OptionalDouble.empty();
  }
}

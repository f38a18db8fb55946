package app.moodify.cloud.firestore;

import app.moodify.core.mood.EmotionCounts;
import app.moodify.core.mood.MoodStatistics;
import app.moodify.core.mood.MoodStatistics.Lift;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The fields of {@code users/{uid}/insights/summary}. */
final class InsightsDocument {
  static final String UPDATED_AT = "updatedAt";

  private InsightsDocument() {}

  static Map<String, Object> write(MoodStatistics insights, Instant countedAt) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("entries", insights.total().sum());
    fields.put("emotions", counts(insights.total()));
    fields.put("days", table(insights.days(), Object::toString));
    fields.put(
        "weekdays", table(insights.weekdays(), weekday -> String.valueOf(weekday.getValue())));
    fields.put("hours", table(insights.hours(), String::valueOf));
    fields.put("lift", lift(insights.lift()));
    fields.put("timeZone", insights.zone().getId());
    fields.put(UPDATED_AT, Documents.timestamp(countedAt));
    return fields;
  }

  private static Map<String, Object> lift(Lift lift) {
    int pairs = lift.before().sum();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("pairs", pairs);
    fields.put("liftedShare", pairs == 0 ? 0.0 : (double) lift.lifted() / pairs);
    fields.put("before", counts(lift.before()));
    fields.put("after", counts(lift.after()));
    fields.put("meanValenceBefore", lift.meanValenceBefore());
    fields.put("meanValenceAfter", lift.meanValenceAfter());
    return fields;
  }

  private static <K> Map<String, Object> table(
      Map<K, EmotionCounts> rows, Function<K, String> nameOf) {
    Map<String, Object> fields = new LinkedHashMap<>();
    rows.forEach((key, counts) -> fields.put(nameOf.apply(key), counts(counts)));
    return fields;
  }

  private static Map<String, Object> counts(EmotionCounts counts) {
    Map<String, Object> fields = new LinkedHashMap<>();
    counts.byEmotion().forEach((emotion, count) -> fields.put(emotion.key(), count));
    return fields;
  }
}

package app.moodify.detect;

import app.moodify.core.mood.MoodError;
import app.moodify.core.mood.MoodStore.MoodTransition;
import app.moodify.core.mood.Verdict;
import app.moodify.telemetry.Operation;
import java.util.Locale;

/** Says what came of a photo: in a word for counting, in a few for the log. */
final class Outcome {
  private Outcome() {}

  /** Counts a verdict that was stored, or else how the photo stands to its entry. */
  static void count(Verdict verdict, MoodTransition standing) {
    Operation work = Operation.current();
    if (standing != MoodTransition.CURRENT) {
      work.outcome(standing.name().toLowerCase(Locale.ROOT));
    } else if (verdict.error().isPresent()) {
      work.outcome(verdict.status().key(), verdict.error().get().code());
    } else {
      work.outcome(verdict.status().key());
    }
  }

  /** Without the expression, which is the person's own. */
  static String describe(Verdict verdict) {
    return verdict
        .analysis()
        .map(
            analysis ->
                "%s, %d face(s), %.0f ms"
                    .formatted(verdict.status().key(), analysis.faces(), analysis.times().total()))
        .orElseGet(() -> "failed, " + verdict.error().map(MoodError::code).orElse("unknown"));
  }
}

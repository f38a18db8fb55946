package app.moodify.detect;

import app.moodify.core.mood.MoodError;
import app.moodify.core.mood.Verdict;
import app.moodify.telemetry.Operation;

/** What came of a photo: in a word for metrics, in a few for the log. */
final class Outcome {
  private Outcome() {}

  /** Counts a verdict that was stored, or else the state that kept it from being stored. */
  static void count(Verdict verdict, MoodLifecycle state) {
    Operation operation = Operation.current();
    if (state != MoodLifecycle.CONCLUDED) {
      operation.outcome(state.key());
    } else if (verdict.error().isPresent()) {
      operation.outcome(verdict.status().key(), verdict.error().get().code());
    } else {
      operation.outcome(verdict.status().key());
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

package app.moodify.detect;

import app.moodify.core.mood.PhotoAnalysis;
import app.moodify.core.photo.PhotoAnalyzer;
import app.moodify.core.photo.UnreadablePhotoException;
import app.moodify.telemetry.Operation;
import java.util.LinkedHashMap;
import java.util.Map;

/** Records how long each step of an analysis took; the analyzer itself knows no telemetry. */
record ObservedAnalyzer(PhotoAnalyzer analyzer) implements PhotoAnalyzer {

  @Override
  public PhotoAnalysis analyze(byte[] photo, String uid) throws UnreadablePhotoException {
    return Operation.current()
        .step(
            "analyze",
            () -> {
              PhotoAnalysis analysis = analyzer.analyze(photo, uid);
              recordTimes(analysis.times());
              return analysis;
            });
  }

  private static void recordTimes(PhotoAnalysis.Times times) {
    Map<String, Double> steps = new LinkedHashMap<>();
    steps.put("decode", times.decode());
    steps.put("find_face", times.detect());
    steps.put("classify", times.classify());
    Operation.current().took(steps);
  }

  @Override
  public void close() {
    analyzer.close();
  }
}

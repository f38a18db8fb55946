package app.moodify.detect;

import app.moodify.core.mood.EmotionScores;
import app.moodify.core.mood.FaceBox;
import app.moodify.core.mood.MoodStatus;
import app.moodify.core.mood.PhotoAnalysis;
import app.moodify.core.photo.AnalyzerBusyException;
import app.moodify.core.photo.PhotoAnalyzer;
import app.moodify.core.photo.PhotoFault;
import app.moodify.core.photo.UnreadablePhotoException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sees in a photo what its bytes say: {@code happy}, {@code sad}, {@code no face}, the name of a
 * {@link PhotoFault}, {@code busy}, or {@code crash}. The real analyzer has its own tests in
 * vision.
 */
final class FakePhotoAnalyzer implements PhotoAnalyzer {
  private static final PhotoAnalysis.Times TIMES = new PhotoAnalysis.Times(1, 2, 3, 6);

  private final AtomicInteger analyses = new AtomicInteger();
  private volatile Runnable beforeAnswer = () -> {};

  /** Returns how many photos it has looked at. */
  int analyses() {
    return analyses.get();
  }

  /** Does something while the next photo is being analyzed. */
  void meanwhile(Runnable action) {
    beforeAnswer = action;
  }

  @Override
  public PhotoAnalysis analyze(byte[] photo, String uid) throws UnreadablePhotoException {
    analyses.incrementAndGet();
    Runnable action = beforeAnswer;
    beforeAnswer = () -> {};
    action.run();
    String content = new String(photo, StandardCharsets.UTF_8);
    for (PhotoFault fault : PhotoFault.values()) {
      if (fault.name().equals(content.toUpperCase(Locale.ROOT))) {
        throw new UnreadablePhotoException(fault, "fake");
      }
    }
    return switch (content) {
      case "happy" -> face(0.02, 0.01, 0.02, 0.9, 0.01, 0.02, 0.02);
      case "sad" -> face(0.02, 0.01, 0.02, 0.01, 0.9, 0.02, 0.02);
      case "no face" -> PhotoAnalysis.noFace(TIMES, "fake-1");
      case "busy" -> throw new AnalyzerBusyException("fake");
      default -> throw new IllegalStateException("The analyzer crashed on " + content);
    };
  }

  @Override
  public void close() {}

  private static PhotoAnalysis face(double... scores) {
    return new PhotoAnalysis(
        MoodStatus.READY,
        1,
        Optional.of(new FaceBox(10, 20, 30, 40)),
        Optional.of(EmotionScores.of(scores)),
        TIMES,
        "fake-1");
  }
}

package app.moodify.detect;

import app.moodify.core.photo.PhotoAnalyzer;
import app.moodify.vision.VisionPhotoAnalyzer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;

/** Loads what reads photos: OpenCV, TensorFlow and the models. */
final class Natives {
  private static final Logger LOG = Logger.getLogger(Natives.class.getName());

  private static final Duration LAST_ANSWERS = Duration.ofSeconds(2);
  private static final int FAILED = 1;

  private Natives() {}

  /**
   * Returns an analyzer that has seen its first photo, so that an instance which counts as started
   * answers its first request as fast as any other.
   */
  static PhotoAnalyzer load() {
    long start = System.nanoTime();
    Optional<DeployedFolder> folder = DeployedFolder.ofThisFunction();
    folder.ifPresent(DeployedFolder::useNatives);
    Map<String, String> environment = System.getenv();
    VisionPhotoAnalyzer analyzer =
        VisionPhotoAnalyzer.open(
            folder.map(deployed -> deployed.withModels(environment)).orElse(environment),
            Natives::endProcess);
    analyzer.warmUp();
    LOG.info(
        "Model %s is loaded and warm after %d ms"
            .formatted(analyzer.modelVersion(), (System.nanoTime() - start) / 1_000_000));
    return analyzer;
  }

  /**
   * Ends this instance a moment later, when the answers in flight are out, so that the platform
   * starts another: native calls that do not end hold its processor and its memory.
   */
  private static void endProcess() {
    LOG.severe("Too many photos were abandoned and go on; this instance ends to be replaced");
    Thread end =
        new Thread(
            () -> {
              try {
                Thread.sleep(LAST_ANSWERS.toMillis());
              } catch (InterruptedException sooner) {
                LOG.fine("Ends at once");
              }
              Runtime.getRuntime().halt(FAILED);
            },
            "end-of-instance");
    end.start();
  }
}

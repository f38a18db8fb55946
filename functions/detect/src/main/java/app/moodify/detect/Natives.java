package app.moodify.detect;

import app.moodify.core.photo.PhotoAnalyzer;
import app.moodify.vision.VisionPhotoAnalyzer;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;

/** Loads what reads photos: OpenCV, TensorFlow and the models. */
final class Natives {
  private static final Logger LOG = Logger.getLogger(Natives.class.getName());

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
            folder.map(deployed -> deployed.withModels(environment)).orElse(environment));
    analyzer.warmUp();
    LOG.info(
        "Model %s is loaded and warm after %d ms"
            .formatted(analyzer.modelVersion(), (System.nanoTime() - start) / 1_000_000));
    return analyzer;
  }
}

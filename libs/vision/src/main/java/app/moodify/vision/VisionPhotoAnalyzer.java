package app.moodify.vision;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import app.moodify.core.mood.EmotionScores;
import app.moodify.core.mood.FaceBox;
import app.moodify.core.mood.MoodStatus;
import app.moodify.core.mood.PhotoAnalysis;
import app.moodify.core.photo.PhotoAnalyzer;
import app.moodify.core.photo.UnreadablePhotoException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * Reads expressions with OpenCV and TensorFlow. Thread-safe; at most as many photos as it has
 * detectors are in flight, the others wait, so that its memory is bounded. Load one per process: it
 * holds about 250 MB of native code and nets.
 */
public final class VisionPhotoAnalyzer implements PhotoAnalyzer {
  /** After so many photos the times no longer fall much. */
  private static final int WARM_UP_ROUNDS = 5;

  private final EmotionClassifier classifier;
  private final Deque<FaceDetector> detectors = new ArrayDeque<>();
  private final Semaphore free;
  private final int size;
  private boolean closed;

  private VisionPhotoAnalyzer(EmotionClassifier classifier, List<FaceDetector> detectors) {
    this.classifier = classifier;
    this.detectors.addAll(detectors);
    this.size = detectors.size();
    this.free = new Semaphore(size, true);
  }

  /**
   * Loads the natives and the models.
   *
   * @param models the folder with {@code expression/} and {@code face/}
   * @param analyzers how many photos may be in flight, 1 or more
   * @throws RuntimeException naming the file, if a model cannot be read
   */
  public static VisionPhotoAnalyzer open(Path models, int analyzers) {
    if (analyzers < 1) {
      throw new IllegalArgumentException("At least one analyzer is needed, not " + analyzers);
    }
    // The two libraries' natives take about a second each to load, so they load side by side.
    CompletableFuture<EmotionClassifier> classifier =
        CompletableFuture.supplyAsync(() -> new EmotionClassifier(models.resolve("expression"), 1));
    List<FaceDetector> detectors = new ArrayList<>();
    try {
      // One thread a photo: photos are what is done in parallel.
      opencv_core.setNumThreads(1);
      for (int i = 0; i < analyzers; i++) {
        detectors.add(new FaceDetector(models.resolve("face")));
      }
      return new VisionPhotoAnalyzer(classifier.join(), detectors);
    } catch (RuntimeException failure) {
      detectors.forEach(FaceDetector::close);
      classifier.thenAccept(EmotionClassifier::close);
      throw failure.getCause() instanceof RuntimeException cause
              && failure instanceof CompletionException
          ? cause
          : failure;
    }
  }

  /**
   * Loads the natives and the models as the environment says: {@code MOODIFY_MODELS} names the
   * folder (default {@code models} under the working directory), {@code MOODIFY_ANALYZERS} how many
   * photos may be in flight (default 1 or 2, by the cores).
   */
  public static VisionPhotoAnalyzer open(Map<String, String> environment) {
    int cores = Runtime.getRuntime().availableProcessors();
    String analyzers = environment.getOrDefault("MOODIFY_ANALYZERS", "" + Math.min(2, cores));
    if (!analyzers.matches("[1-9][0-9]?")) {
      throw new IllegalArgumentException(
          "MOODIFY_ANALYZERS must be a number from 1 to 99 but is \"" + analyzers + "\"");
    }
    return open(
        Path.of(environment.getOrDefault("MOODIFY_MODELS", "models")), Integer.parseInt(analyzers));
  }

  /** Returns the version of the expression model. */
  public String modelVersion() {
    return classifier.card().version();
  }

  /** Takes every path once, so that the first photo does not pay for what is set up lazily. */
  public void warmUp() {
    try (Mat blank = new Mat(96, 128, CV_8UC3, new Scalar(127.0))) {
      for (int i = 0; i < size; i++) {
        with(detector -> detector.detect(blank));
      }
      for (int i = 0; i < WARM_UP_ROUNDS; i++) {
        analyze(SamplePhotos.astronaut());
      }
    } catch (UnreadablePhotoException impossible) {
      throw new IllegalStateException("The sample photo cannot be read", impossible);
    }
  }

  @Override
  public PhotoAnalysis analyze(byte[] photo) throws UnreadablePhotoException {
    return with(detector -> analyze(photo, detector));
  }

  /**
   * Reads the expression of a picture that is a face crop already, so that no face is looked for:
   * its middle square is the face.
   *
   * @param crop the bytes of a JPEG, PNG, WebP, GIF or BMP file
   * @throws UnreadablePhotoException if the picture itself is at fault
   */
  public PhotoAnalysis analyzeCrop(byte[] crop) throws UnreadablePhotoException {
    return with(
        detector -> {
          Stopwatch watch = new Stopwatch();
          try (Photo picture = PhotoDecoder.decode(crop)) {
            watch.decoded();
            byte[] pixels = FaceAligner.wholePicture(picture.pixels());
            watch.detected();
            int side = Math.min(picture.fullWidth(), picture.fullHeight());
            int left = (picture.fullWidth() - side) / 2;
            int top = (picture.fullHeight() - side) / 2;
            return classify(pixels, 1, new FaceBox(left, top, side, side), watch);
          }
        });
  }

  private PhotoAnalysis analyze(byte[] bytes, FaceDetector detector)
      throws UnreadablePhotoException {
    Stopwatch watch = new Stopwatch();
    try (Photo photo = PhotoDecoder.decode(bytes)) {
      watch.decoded();
      List<Face> faces = detector.detect(photo.pixels());
      if (faces.isEmpty()) {
        watch.detected();
        return PhotoAnalysis.noFace(watch.times(), modelVersion());
      }
      Face face = faces.get(0);
      byte[] crop = FaceAligner.align(photo.pixels(), face);
      watch.detected();
      return classify(crop, faces.size(), box(photo, face), watch);
    }
  }

  private PhotoAnalysis classify(byte[] crop, int faces, FaceBox box, Stopwatch watch) {
    EmotionScores scores = classifier.classify(crop);
    MoodStatus status = classifier.card().isSure(scores) ? MoodStatus.READY : MoodStatus.UNSURE;
    return new PhotoAnalysis(
        status, faces, Optional.of(box), Optional.of(scores), watch.times(), modelVersion());
  }

  private static FaceBox box(Photo photo, Face face) {
    return new FaceBox(
        (int) Math.round(face.left() * photo.scaleX()),
        (int) Math.round(face.top() * photo.scaleY()),
        (int) Math.max(1, Math.round(face.width() * photo.scaleX())),
        (int) Math.max(1, Math.round(face.height() * photo.scaleY())));
  }

  private interface Step<T, E extends Exception> {
    T run(FaceDetector detector) throws E;
  }

  /** Runs a step with a detector of its own, waiting for one if need be. */
  private <T, E extends Exception> T with(Step<T, E> step) throws E {
    free.acquireUninterruptibly();
    FaceDetector detector = null;
    try {
      synchronized (detectors) {
        if (closed) {
          throw new IllegalStateException("This analyzer is closed");
        }
        detector = detectors.pop();
      }
      return step.run(detector);
    } finally {
      if (detector != null) {
        synchronized (detectors) {
          detectors.push(detector);
        }
      }
      free.release();
    }
  }

  /** Waits for the photos in flight, then frees the native memory. */
  @Override
  public void close() {
    free.acquireUninterruptibly(size);
    try {
      synchronized (detectors) {
        if (!closed) {
          closed = true;
          detectors.forEach(FaceDetector::close);
          classifier.close();
        }
      }
    } finally {
      free.release(size);
    }
  }
}

package app.moodify.vision;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import app.moodify.core.mood.EmotionScores;
import app.moodify.core.mood.FaceBox;
import app.moodify.core.mood.MoodStatus;
import app.moodify.core.mood.PhotoAnalysis;
import app.moodify.core.photo.AnalyzerBusyException;
import app.moodify.core.photo.PhotoAnalyzer;
import app.moodify.core.photo.UnreadablePhotoException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * Reads expressions with OpenCV and TensorFlow. Thread-safe; few photos are in flight and few wait,
 * so that its memory is bounded; one that takes longer than {@value #LONGEST_SECONDS} seconds is
 * abandoned (see {@link Bulkhead}). Load one per process: it holds about 250 MB of native code and
 * nets.
 */
public final class VisionPhotoAnalyzer implements PhotoAnalyzer {
  /** After so many photos the times no longer fall much. */
  private static final int WARM_UP_ROUNDS = 5;

  /**
   * Two even on one core, which they share then: what takes long does not make another person wait.
   */
  private static final String DEFAULT_ANALYZERS = "2";

  /** No file of 10 MB should take 2 s of a core, and two photos may have to share one. */
  private static final int LONGEST_SECONDS = 8;

  /**
   * As many as the platform sends to an instance at once, so that what it sends is refused only if
   * somebody lets it send more, or if more than half of it is one person's. They wait for about a
   * second then.
   */
  private static final int MAX_WAITING = 8;

  private final EmotionClassifier classifier;
  private final FaceDetectorPool detectors;
  private final Bulkhead bulkhead;

  private VisionPhotoAnalyzer(
      EmotionClassifier classifier, FaceDetectorPool detectors, Bulkhead bulkhead) {
    this.classifier = classifier;
    this.detectors = detectors;
    this.bulkhead = bulkhead;
  }

  /**
   * Loads the natives and the models.
   *
   * @param models the folder with {@code expression/} and {@code face/}
   * @param analyzers how many photos may be in flight, 1 or more
   * @throws RuntimeException naming the file, if a model cannot be read
   */
  public static VisionPhotoAnalyzer open(Path models, int analyzers) {
    return open(models, analyzers, () -> {});
  }

  private static VisionPhotoAnalyzer open(Path models, int analyzers, Runnable whenExhausted) {
    if (analyzers < 1) {
      throw new IllegalArgumentException("At least one analyzer is needed, not " + analyzers);
    }
    // The two libraries' natives take about a second each to load, so they load side by side.
    CompletableFuture<EmotionClassifier> classifier =
        CompletableFuture.supplyAsync(() -> new EmotionClassifier(models.resolve("expression"), 1));
    FaceDetectorPool detectors = new FaceDetectorPool(models.resolve("face"));
    try {
      // One thread a photo: photos are what is done in parallel.
      opencv_core.setNumThreads(1);
      detectors.open(analyzers);
      Bulkhead.Limits limits =
          new Bulkhead.Limits(
              analyzers, MAX_WAITING, Duration.ofSeconds(LONGEST_SECONDS), analyzers);
      return new VisionPhotoAnalyzer(
          classifier.join(), detectors, new Bulkhead(limits, whenExhausted));
    } catch (RuntimeException failure) {
      detectors.close();
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
   * photos may be in flight (default 2).
   */
  public static VisionPhotoAnalyzer open(Map<String, String> environment) {
    return open(environment, () -> {});
  }

  /**
   * Loads the same, for a process that can be replaced.
   *
   * @param whenExhausted called once, when more photos than may be in flight were abandoned and go
   *     on nevertheless; from then on this analyzer may refuse every photo
   */
  public static VisionPhotoAnalyzer open(Map<String, String> environment, Runnable whenExhausted) {
    String analyzers = environment.getOrDefault("MOODIFY_ANALYZERS", DEFAULT_ANALYZERS);
    if (!analyzers.matches("[1-9][0-9]?")) {
      throw new IllegalArgumentException(
          "MOODIFY_ANALYZERS must be a number from 1 to 99 but is \"" + analyzers + "\"");
    }
    return open(
        Path.of(environment.getOrDefault("MOODIFY_MODELS", "models")),
        Integer.parseInt(analyzers),
        whenExhausted);
  }

  /** Returns the version of the expression model. */
  public String modelVersion() {
    return classifier.card().version();
  }

  /**
   * Takes every path once, so that the first photo does not pay for what is set up lazily. Not
   * watched: this may take seconds where the processor is not to be had.
   */
  public void warmUp() {
    List<FaceDetector> cold = detectors.takeAll();
    try (Mat blank = new Mat(96, 128, CV_8UC3, new Scalar(127.0))) {
      cold.forEach(detector -> detector.detect(blank));
      byte[] sample = SamplePhotos.astronaut();
      for (int i = 0; i < WARM_UP_ROUNDS; i++) {
        analyze(sample, PhotoHeader.read(sample), cold.get(i % cold.size()));
      }
    } catch (UnreadablePhotoException impossible) {
      throw new IllegalStateException("The sample photo cannot be read", impossible);
    } finally {
      cold.forEach(detectors::giveBack);
    }
  }

  @Override
  public PhotoAnalysis analyze(byte[] photo, String uid) throws UnreadablePhotoException {
    PhotoHeader header = PhotoHeader.read(photo); // what this refuses takes nobody's place
    return with(uid, detector -> analyze(photo, header, detector));
  }

  /** Analyzes one photo as {@link #analyze(byte[], String)} does, as that of one more person. */
  public PhotoAnalysis analyze(byte[] photo) throws UnreadablePhotoException {
    return analyze(photo, oneMore());
  }

  /**
   * Reads the expression of a picture that is a face crop already, so that no face is looked for:
   * its middle square is the face.
   *
   * @param crop the bytes of a JPEG, PNG, WebP, GIF or BMP file
   * @throws UnreadablePhotoException if the picture itself is at fault
   * @throws AnalyzerBusyException as {@link #analyze}
   */
  public PhotoAnalysis analyzeCrop(byte[] crop) throws UnreadablePhotoException {
    PhotoHeader header = PhotoHeader.read(crop);
    return with(
        oneMore(),
        detector -> {
          Stopwatch watch = new Stopwatch();
          try (Photo picture = PhotoDecoder.decode(crop, header)) {
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

  private PhotoAnalysis analyze(byte[] bytes, PhotoHeader header, FaceDetector detector)
      throws UnreadablePhotoException {
    Stopwatch watch = new Stopwatch();
    try (Photo photo = PhotoDecoder.decode(bytes, header)) {
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
    EmotionScores scores = classifier.doubt().lower(classifier.classify(crop), crop);
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

  private interface Step<T> {
    T run(FaceDetector detector) throws UnreadablePhotoException;
  }

  private static String oneMore() {
    return UUID.randomUUID().toString();
  }

  /** Runs a step with a detector of its own. */
  private <T> T with(String person, Step<T> step) throws UnreadablePhotoException {
    return bulkhead.run(
        person,
        () -> {
          FaceDetector detector = detectors.take();
          try {
            return step.run(detector);
          } finally {
            detectors.giveBack(detector);
          }
        });
  }

  /**
   * Waits for the photos in flight, then frees the native memory; not the classifier's while an
   * abandoned photo may still come to it.
   */
  @Override
  public void close() {
    bulkhead.runAlone(
        () -> {
          detectors.close();
          if (!bulkhead.hasStuck()) {
            classifier.close();
          }
        });
  }
}

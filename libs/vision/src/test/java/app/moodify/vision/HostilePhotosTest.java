package app.moodify.vision;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.mood.PhotoAnalysis;
import app.moodify.core.photo.UnreadablePhotoException;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Logger;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that are made to harm, all the way from file to answer: each has an answer or a fault, and
 * none takes longer than {@link #BAR}. {@code -Dmoodify.hostile.photos=2000} tries more of each
 * kind.
 */
class HostilePhotosTest {
  /** What any file of 10 MB may take of a core. */
  private static final Duration BAR = Duration.ofSeconds(2);

  private static final int PHOTOS = Integer.getInteger("moodify.hostile.photos", 20);

  private static final VisionPhotoAnalyzer ANALYZER =
      VisionPhotoAnalyzer.open(TestPhotos.models(), 1);

  private static final Map<String, Integer> OUTCOMES = new LinkedHashMap<>();

  @AfterAll
  static void close() {
    ANALYZER.close();
    Logger.getLogger(HostilePhotosTest.class.getName()).info("Outcomes: " + OUTCOMES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "progressive.jpg",
        "cmyk.jpg",
        "grey.jpg",
        "exif.jpg",
        "palette.png",
        "alpha.png",
        "animated.png",
        "lossy.webp",
        "lossless.webp",
        "animated.webp",
        "animated.gif",
        "palette.bmp"
      })
  void aMutatedFileHasAnAnswerOrAFault(String file) {
    byte[] original = original(file);
    PhotoMutator mutator = new PhotoMutator(file.hashCode());
    for (int i = 0; i < PHOTOS; i++) {
      analyze(
          i % 2 == 0 ? mutator.mutate(original) : mutator.mutateChunks(original),
          file + ", mutation " + i);
    }
  }

  /** Colour types times depths, hidden first pictures, disposals, insets and sides. */
  @Test
  void anAnimatedPngOfAnyKindHasAnAnswer() {
    int[][] kinds = {
      {0, 1}, {0, 2}, {0, 4}, {0, 8}, {0, 16}, {2, 8}, {2, 16}, {3, 1}, {3, 2}, {3, 4}, {3, 8},
      {4, 8}, {4, 16}, {6, 8}, {6, 16}
    };
    int files = 0;
    for (int[] kind : kinds) {
      for (int variant = 0; variant < 9; variant++) {
        int side = variant % 2 == 0 ? 16 : 33;
        byte[] png =
            new PngBuilder(side, side, kind[0], kind[1])
                .animated(variant % 4 < 2, variant % 3, variant / 3 * 5)
                .build();
        assertThat(analyze(png, kind[0] + " of " + kind[1] + " bits, variant " + variant))
            .isEqualTo("no_face");
        files++;
      }
    }
    assertThat(files).isGreaterThanOrEqualTo(126);
  }

  private static byte[] original(String file) {
    if (file.equals("animated.png")) {
      return new PngBuilder(40, 30, 2, 8).animated(true, 1, 3).build();
    }
    if (file.equals("exif.jpg")) {
      try (Mat small = TestPhotos.resized(TestPhotos.astronaut(), 160, 120)) {
        return TestPhotos.jpegWithExif(TestPhotos.encode(".jpg", small), 6, ByteOrder.BIG_ENDIAN);
      }
    }
    return TestPhotos.resource(file);
  }

  private static String analyze(byte[] photo, String name) {
    long start = cpuNanos();
    String outcome;
    try {
      PhotoAnalysis analysis = ANALYZER.analyze(photo);
      outcome = analysis.status().key();
    } catch (UnreadablePhotoException refusal) {
      outcome = refusal.fault().code();
    }
    assertThat(Duration.ofNanos(cpuNanos() - start)).as(name).isLessThan(BAR);
    OUTCOMES.merge(outcome, 1, Integer::sum);
    return outcome;
  }

  /** Of the whole process, since the analyzer has threads of its own. */
  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}

package app.moodify.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.opencv.global.opencv_core.CV_16UC3;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.hconcat;

import app.moodify.core.mood.Emotion;
import app.moodify.core.mood.FaceBox;
import app.moodify.core.mood.MoodStatus;
import app.moodify.core.mood.PhotoAnalysis;
import app.moodify.core.photo.UnreadablePhotoException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisionPhotoAnalyzerTest {
  private static final VisionPhotoAnalyzer ANALYZER =
      VisionPhotoAnalyzer.open(TestPhotos.models(), 2);

  @AfterAll
  static void close() {
    ANALYZER.close();
  }

  private static void assertHappy(PhotoAnalysis analysis) {
    assertThat(analysis.status()).isEqualTo(MoodStatus.READY);
    assertThat(analysis.faces()).isEqualTo(1);
    assertThat(analysis.scores().orElseThrow().best()).isEqualTo(Emotion.HAPPY);
  }

  @Test
  void readsASmile() throws Exception {
    PhotoAnalysis analysis = ANALYZER.analyze(SamplePhotos.astronaut());

    assertHappy(analysis);
    FaceBox box = analysis.box().orElseThrow();
    assertThat(box.x()).isBetween(160, 195);
    assertThat(box.y()).isBetween(65, 95);
    assertThat(box.width()).isBetween(80, 120);
    assertThat(analysis.modelVersion()).isNotBlank();
    PhotoAnalysis.Times times = analysis.times();
    assertThat(times.decode()).isPositive();
    assertThat(times.detect()).isPositive();
    assertThat(times.classify()).isPositive();
    assertThat(times.total())
        .isCloseTo(times.decode() + times.detect() + times.classify(), within(0.01));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyOrientationHasTheEmotionAndTheBoxOfTheUprightPhoto(int orientation) throws Exception {
    Mat stored = TestPhotos.stored(TestPhotos.astronaut(), orientation);
    byte[] photo =
        TestPhotos.jpegWithExif(
            TestPhotos.encode(".jpg", stored), orientation, ByteOrder.BIG_ENDIAN);

    PhotoAnalysis analysis = ANALYZER.analyze(photo);

    assertHappy(analysis);
    FaceBox upright = ANALYZER.analyze(SamplePhotos.astronaut()).box().orElseThrow();
    assertThat(analysis.box().orElseThrow().x()).isCloseTo(upright.x(), within(5));
    assertThat(analysis.box().orElseThrow().y()).isCloseTo(upright.y(), within(5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cmyk.jpg",
        "progressive.jpg",
        "grey.jpg",
        "alpha.png",
        "palette.png",
        "palette_16_grey.png",
        "lossy.webp",
        "lossless.webp",
        "animated.webp",
        "animated.gif",
        "palette.bmp"
      })
  void everyKindOfFileShowsTheSmile(String file) throws Exception {
    assertHappy(ANALYZER.analyze(TestPhotos.resource(file)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 6, 8})
  void aSmileIsReadHoweverThePhotoIsTurned(int orientation) throws Exception {
    Mat turned = TestPhotos.stored(TestPhotos.astronaut(), orientation);

    assertHappy(ANALYZER.analyze(TestPhotos.encode(".jpg", turned)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.85, 1, 1.2, 1.6})
  void aSmileThatFillsThePictureIsRead(double share) throws Exception {
    FaceBox box = ANALYZER.analyze(SamplePhotos.astronaut()).box().orElseThrow();
    int inset = (int) Math.round(box.width() * (1 - share) / 2);
    Rect place =
        new Rect(
            box.x() + inset, box.y() + inset, box.width() - 2 * inset, box.height() - 2 * inset);
    Mat close = new Mat(TestPhotos.astronaut(), place).clone();

    assertHappy(ANALYZER.analyze(TestPhotos.encode(".png", close)));
  }

  @Test
  void sixteenBitsShowTheSmile() throws Exception {
    Mat deep = new Mat();
    TestPhotos.astronaut().convertTo(deep, CV_16UC3, 257, 0);

    assertHappy(ANALYZER.analyze(TestPhotos.encode(".png", deep)));
  }

  @Test
  void twentyMegapixelsWorkAndTheBoxIsInPixelsOfTheFullPhoto() throws Exception {
    PhotoAnalysis analysis = ANALYZER.analyze(SamplePhotos.enlarged(5184, 3888, new Random(1)));

    assertHappy(analysis);
    FaceBox box = analysis.box().orElseThrow();
    double scale = 3888 / 512.0;
    assertThat(box.x()).isCloseTo((int) (178 * scale + 648), within(60));
    assertThat(box.y()).isCloseTo((int) (81 * scale), within(60));
    assertThat(box.width()).isCloseTo((int) (94 * scale), within(60));
  }

  @Test
  void threeFacesAreCounted() throws Exception {
    Mat three = new Mat();
    Mat one = TestPhotos.astronaut();
    hconcat(new MatVector(one, one, one), three);

    assertThat(ANALYZER.analyze(TestPhotos.encode(".jpg", three)).faces()).isEqualTo(3);
  }

  @Test
  void aLandscapeHasNoFace() throws Exception {
    PhotoAnalysis analysis = ANALYZER.analyze(TestPhotos.encode(".jpg", TestPhotos.landscape()));

    assertThat(analysis.status()).isEqualTo(MoodStatus.NO_FACE);
    assertThat(analysis.faces()).isZero();
    assertThat(analysis.box()).isEmpty();
    assertThat(analysis.scores()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({".png", ".jpg", ".bmp", ".webp", ".gif"})
  void aSinglePixelHasNoFace(String extension) throws Exception {
    Mat pixel = new Mat(1, 1, CV_8UC3, new Scalar(90.0));

    assertThat(ANALYZER.analyze(TestPhotos.encode(extension, pixel)).status())
        .isEqualTo(MoodStatus.NO_FACE);
    assertThat(ANALYZER.analyzeCrop(TestPhotos.encode(extension, pixel)).faces()).isEqualTo(1);
  }

  @Test
  void aCropIsReadWithoutLookingForAFace() throws Exception {
    Mat tight = new Mat(TestPhotos.astronaut(), TestPhotos.face()).clone();
    byte[] crop = TestPhotos.encode(".png", TestPhotos.landscape());

    assertHappy(ANALYZER.analyzeCrop(TestPhotos.encode(".png", tight)));
    PhotoAnalysis analysis = ANALYZER.analyzeCrop(crop);
    assertThat(analysis.faces()).isEqualTo(1);
    assertThat(analysis.box()).contains(new FaceBox(160, 0, 960, 960));
  }

  @Test
  void aDamagedPhotoLeavesTheAnalyzerAlive() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> ANALYZER.analyze(new byte[] {1, 2, 3}))
          .isInstanceOf(UnreadablePhotoException.class);
    }
    assertHappy(ANALYZER.analyze(SamplePhotos.astronaut()));
  }

  @Test
  void moreThreadsThanAnalyzersGetTheSameAnswer() {
    // No more than may wait, however many cores there are.
    List<Emotion> emotions =
        IntStream.range(0, 9)
            .parallel()
            .mapToObj(i -> i % 2 == 0 ? SamplePhotos.astronaut() : TestPhotos.resource("grey.jpg"))
            .map(VisionPhotoAnalyzerTest::emotion)
            .toList();

    assertThat(emotions).hasSize(9).containsOnly(Emotion.HAPPY);
  }

  private static Emotion emotion(byte[] photo) {
    try {
      return ANALYZER.analyze(photo).scores().orElseThrow().best();
    } catch (UnreadablePhotoException failure) {
      throw new AssertionError(failure);
    }
  }

  @Test
  void twoHundredPhotosLeaveNoNativeMemoryBehind() throws Exception {
    byte[] large = SamplePhotos.enlarged(1280, 960, new Random(1));
    byte[] landscape = TestPhotos.encode(".jpg", TestPhotos.landscape());
    for (int i = 0; i < 20; i++) {
      ANALYZER.analyze(large);
      ANALYZER.analyze(landscape);
    }
    System.gc();
    long before = Pointer.physicalBytes();
    long tracked = Pointer.totalBytes();
    for (int i = 0; i < 200; i++) {
      ANALYZER.analyze(i % 10 == 0 ? landscape : large);
    }

    // One photo's pixels are 3.7 MB: a leak would be over 700 MB.
    assertThat(Pointer.totalBytes() - tracked).isLessThan(4L << 20);
    assertThat(Pointer.physicalBytes() - before).isLessThan(150L << 20);
  }

  @Test
  void aClosedAnalyzerSaysSo() {
    VisionPhotoAnalyzer analyzer = VisionPhotoAnalyzer.open(TestPhotos.models(), 1);
    analyzer.warmUp();
    analyzer.close();
    analyzer.close();

    assertThatThrownBy(() -> analyzer.analyze(SamplePhotos.astronaut()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void aMissingModelIsNamed(@TempDir Path empty) {
    assertThatThrownBy(() -> VisionPhotoAnalyzer.open(empty, 1)).hasMessageContaining("model");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "many", "", "1000"})
  void aWrongNumberOfAnalyzersIsRefused(String number) {
    assertThatThrownBy(() -> VisionPhotoAnalyzer.open(Map.of("MOODIFY_ANALYZERS", number)))
        .hasMessageContaining("MOODIFY_ANALYZERS");
  }
}

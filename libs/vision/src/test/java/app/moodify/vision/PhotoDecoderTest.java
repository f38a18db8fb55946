package app.moodify.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.bytedeco.opencv.global.opencv_core.CV_16UC3;
import static org.bytedeco.opencv.global.opencv_core.NORM_L1;
import static org.bytedeco.opencv.global.opencv_core.norm;

import app.moodify.core.photo.PhotoFault;
import app.moodify.core.photo.UnreadablePhotoException;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoDecoderTest {
  /** A photo that is no square and in no way symmetric. */
  private static final Mat UPRIGHT = TestPhotos.resized(TestPhotos.astronaut(), 120, 90);

  static int[] orientations() {
    return new int[] {1, 2, 3, 4, 5, 6, 7, 8};
  }

  /** Returns how far two pictures of one size are apart: the mean over all values, 0 to 255. */
  private static double difference(Mat one, Mat other) {
    Mat fitted = TestPhotos.resized(other, one.cols(), one.rows());
    return norm(one, fitted, NORM_L1, null) / (one.total() * 3);
  }

  private static void assertUpright(byte[] file) throws UnreadablePhotoException {
    try (Photo photo = PhotoDecoder.decode(file)) {
      assertThat(photo.fullWidth()).isEqualTo(120);
      assertThat(photo.fullHeight()).isEqualTo(90);
      assertThat(photo.pixels().cols()).isEqualTo(120);
      assertThat(difference(UPRIGHT, photo.pixels())).isLessThan(8);
    }
  }

  @ParameterizedTest
  @MethodSource("orientations")
  void jpegsAreTurnedUpright(int orientation) throws Exception {
    byte[] jpeg = TestPhotos.encode(".jpg", TestPhotos.stored(UPRIGHT, orientation));

    assertUpright(TestPhotos.jpegWithExif(jpeg, orientation, ByteOrder.LITTLE_ENDIAN));
    assertUpright(TestPhotos.jpegWithExif(jpeg, orientation, ByteOrder.BIG_ENDIAN));
  }

  @ParameterizedTest
  @MethodSource("orientations")
  void pngsAreTurnedUpright(int orientation) throws Exception {
    byte[] png = TestPhotos.encode(".png", TestPhotos.stored(UPRIGHT, orientation));

    assertUpright(TestPhotos.pngWithExif(png, orientation));
  }

  @ParameterizedTest
  @MethodSource("orientations")
  void webpsAreTurnedUpright(int orientation) throws Exception {
    Mat stored = TestPhotos.stored(UPRIGHT, orientation);
    byte[] webp = TestPhotos.encode(".webp", stored);

    assertUpright(TestPhotos.webpWithExif(webp, stored.cols(), stored.rows(), orientation));
  }

  @ParameterizedTest
  @MethodSource("orientations")
  void largeJpegsAreDecodedReducedAndUpright(int orientation) throws Exception {
    Mat large = TestPhotos.resized(UPRIGHT, 2803, 2101);
    byte[] jpeg = TestPhotos.encode(".jpg", TestPhotos.stored(large, orientation));

    try (Photo photo =
        PhotoDecoder.decode(TestPhotos.jpegWithExif(jpeg, orientation, ByteOrder.LITTLE_ENDIAN))) {
      assertThat(photo.pixels().cols()).isEqualTo(1402);
      assertThat(photo.pixels().rows()).isEqualTo(1051);
      assertThat(photo.fullWidth()).isEqualTo(2803);
      assertThat(photo.fullHeight()).isEqualTo(2101);
      assertThat(difference(UPRIGHT, photo.pixels())).isLessThan(8);
    }
  }

  @ParameterizedTest
  @CsvSource({"1280, 1", "2559, 1", "2560, 2", "4000, 2", "5120, 4", "10240, 8", "40000, 8"})
  void theLongSideStaysAtOrAboveEnoughPixels(int longSide, int reduction) {
    assertThat(PhotoDecoder.reduction(longSide)).isEqualTo(reduction);
  }

  @Test
  void largePngsAreReducedToo() throws Exception {
    byte[] png = TestPhotos.encode(".png", TestPhotos.resized(UPRIGHT, 2800, 2100));

    try (Photo photo = PhotoDecoder.decode(png)) {
      assertThat(photo.pixels().cols()).isEqualTo(1400);
      assertThat(photo.scaleX()).isEqualTo(2);
      assertThat(difference(UPRIGHT, photo.pixels())).isLessThan(8);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cmyk.jpg",
        "progressive.jpg",
        "grey.jpg",
        "palette.png",
        "palette_16_grey.png",
        "lossy.webp",
        "animated.webp",
        "animated.gif",
        "palette.bmp"
      })
  void everyKindOfFileShowsTheSamePicture(String file) throws Exception {
    Mat face = new Mat(TestPhotos.astronaut(), TestPhotos.face());
    boolean grey = file.contains("grey");
    Mat expected = TestPhotos.resized(grey ? TestPhotos.grey(face) : face, 160, 160);

    try (Photo photo = PhotoDecoder.decode(TestPhotos.resource(file))) {
      // CMYK without a profile is turned to RGB in more than one way.
      assertThat(difference(expected, photo.pixels())).isLessThan(12);
    }
  }

  @Test
  void sixteenBitsAreBroughtToEight() throws Exception {
    Mat deep = new Mat();
    UPRIGHT.convertTo(deep, CV_16UC3, 257, 0);

    assertUpright(TestPhotos.encode(".png", deep));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "grace_hopper.jpg",
        "progressive.jpg",
        "cmyk.jpg",
        "alpha.png",
        "palette.png",
        "lossy.webp",
        "lossless.webp",
        "animated.webp",
        "palette.bmp"
      })
  void aTruncatedFileIsDamagedWhereverItEnds(String file) {
    byte[] whole = TestPhotos.resource(file);

    for (double share : new double[] {0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99}) {
      byte[] part = Arrays.copyOf(whole, (int) (whole.length * share));
      UnreadablePhotoException failure =
          catchThrowableOfType(
              UnreadablePhotoException.class, () -> PhotoDecoder.decode(part).close());
      assertThat(failure).as(file + " cut to " + share).isNotNull();
      assertThat(failure.fault())
          .isIn(PhotoFault.DAMAGED, part.length < 16 ? PhotoFault.NOT_AN_IMAGE : null);
    }
  }
}

package app.moodify.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.NORM_INF;
import static org.bytedeco.opencv.global.opencv_core.norm;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import app.moodify.core.photo.PhotoFault;
import app.moodify.core.photo.UnreadablePhotoException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JPEG files of which a decoder gets one image, and nothing that a camera or a program notes. */
class StillJpegTest {
  private static final int FRAME = 0xc0;
  private static final int PROGRESSIVE_FRAME = 0xc2;

  @ParameterizedTest
  @ValueSource(strings = {"grace_hopper.jpg", "cmyk.jpg", "progressive.jpg", "grey.jpg"})
  void theSamePixelsAreLeft(String file) throws Exception {
    byte[] jpeg = TestPhotos.resource(file);

    try (Mat expected = decoded(jpeg);
        Mat actual = decoded(JpegFile.still(withNotes(jpeg)))) {
      assertThat(norm(expected, actual, NORM_INF, null)).isZero();
    }
  }

  @Test
  void notesAndWhatFollowsTheImageDoNotReachTheDecoder() throws Exception {
    byte[] jpeg =
        TestPhotos.jpegWithExif(
            withNotes(TestPhotos.resource("progressive.jpg")), 6, ByteOrder.BIG_ENDIAN);

    String still = new String(JpegFile.still(jpeg), StandardCharsets.ISO_8859_1);

    assertThat(still).doesNotContain("Exif", "ICC_PROFILE", "a comment", "a second image");
    assertThat(JpegFile.orientation(jpeg)).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "9, 1", "65535, 1", "8, 8"})
  void anOrientationThatThereIsNotIsUpright(int noted, int orientation) throws Exception {
    byte[] jpeg = TestPhotos.resource("grey.jpg");

    for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
      assertThat(JpegFile.orientation(TestPhotos.jpegWithExif(jpeg, noted, order)))
          .isEqualTo(orientation);
    }
  }

  @Test
  void damagedNotesDoNotMatter() throws Exception {
    byte[] jpeg =
        TestPhotos.jpegWithExif(TestPhotos.resource("grey.jpg"), 6, ByteOrder.LITTLE_ENDIAN);
    int tiff = 12;
    for (int at = tiff; at < tiff + 26; at++) {
      byte[] wrong = jpeg.clone();
      wrong[at] = (byte) 0xff;
      PhotoDecoder.decode(wrong).close();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0xc3, 0xc5, 0xc9, 0xca, 0xcf})
  void whatNoBrowserReadsIsRefusedByItsName(int frame) {
    byte[] jpeg = TestPhotos.resource("grey.jpg");
    jpeg[marker(jpeg, FRAME) + 1] = (byte) frame;

    assertThat(faultOf(jpeg)).isEqualTo(PhotoFault.FORMAT_UNSUPPORTED);
  }

  @ParameterizedTest
  @CsvSource({"7000, 7000, 10, ", "7000, 7000, 30, TOO_COSTLY", "3000, 3000, 90, "})
  void theWorkIsPixelsTimesScans(int width, int height, int more, PhotoFault fault)
      throws Exception {
    byte[] jpeg = TestPhotos.jpegWithScans(more);
    int frame = marker(jpeg, PROGRESSIVE_FRAME);
    byte[] sides = {(byte) (height >> 8), (byte) height, (byte) (width >> 8), (byte) width};
    System.arraycopy(sides, 0, jpeg, frame + 5, sides.length);

    if (fault == null) {
      assertThat(PhotoHeader.read(jpeg).width()).isEqualTo(width);
    } else {
      assertThat(faultOf(jpeg)).isEqualTo(fault);
    }
  }

  @Test
  void segmentsByTheThousandAreRefused() {
    byte[] jpeg = TestPhotos.resource("grey.jpg");
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(jpeg, 0, 2);
    for (int i = 0; i < 6000; i++) {
      file.writeBytes(segment(0xfe, ""));
    }
    file.write(jpeg, 2, jpeg.length - 2);

    assertThat(faultOf(file.toByteArray())).isEqualTo(PhotoFault.TOO_COSTLY);
  }

  /** Returns the file with notes at each place where there may be some. */
  private static byte[] withNotes(byte[] jpeg) {
    int frame = Math.max(marker(jpeg, FRAME), marker(jpeg, PROGRESSIVE_FRAME));
    int scan = marker(jpeg, 0xda);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(jpeg, 0, frame);
    file.writeBytes(segment(0xe2, "ICC_PROFILE\0\1\1nonsense"));
    file.writeBytes(segment(0xed, "Photoshop 3.0\0"));
    file.write(jpeg, frame, scan - frame);
    file.writeBytes(segment(0xfe, "a comment"));
    file.write(jpeg, scan, jpeg.length - scan);
    file.writeBytes("a second image".getBytes(StandardCharsets.US_ASCII));
    return file.toByteArray();
  }

  private static byte[] segment(int marker, String text) {
    ByteArrayOutputStream segment = new ByteArrayOutputStream();
    segment.writeBytes(new byte[] {(byte) 0xff, (byte) marker, 0, (byte) (2 + text.length())});
    segment.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    return segment.toByteArray();
  }

  private static int marker(byte[] jpeg, int marker) {
    for (int at = 0; at + 1 < jpeg.length; at++) {
      if (jpeg[at] == (byte) 0xff && jpeg[at + 1] == (byte) marker) {
        return at;
      }
    }
    return -1;
  }

  private static Mat decoded(byte[] jpeg) {
    try (BytePointer data = new BytePointer(Arrays.copyOf(jpeg, jpeg.length));
        Mat file = new Mat(1, jpeg.length, CV_8UC1, data)) {
      return imdecode(file, IMREAD_COLOR | IMREAD_IGNORE_ORIENTATION);
    }
  }

  private static PhotoFault faultOf(byte[] photo) {
    return catchThrowableOfType(
            UnreadablePhotoException.class, () -> PhotoDecoder.decode(photo).close())
        .fault();
  }
}

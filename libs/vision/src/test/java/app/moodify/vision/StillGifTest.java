package app.moodify.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.moodify.core.photo.PhotoFault;
import app.moodify.core.photo.UnreadablePhotoException;
import java.util.Arrays;
import org.bytedeco.javacpp.BytePointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GIF files of which a decoder gets the first frame alone, read as browsers read them. */
class StillGifTest {
  @ParameterizedTest
  @CsvSource({
    // canvas, frame: left, top, width, height; what is read
    "32, 24, 0, 0, 32, 24, 32, 24",
    "0, 0, 0, 0, 32, 24, 32, 24",
    "16, 16, 0, 0, 32, 24, 32, 24",
    "32, 24, 4, 6, 20, 10, 32, 24",
    "32, 24, 40, 30, 20, 10, 60, 40",
    "32, 24, 20, 0, 20, 24, 40, 24",
    "32, 24, 5, 3, 0, 0, 37, 27",
    "32, 24, 5, 3, 0, 10, 37, 24"
  })
  void aFrameThatReachesOverTheCanvasWidensIt(
      int canvasWidth, int canvasHeight, int left, int top, int w, int h, int width, int height)
      throws Exception {
    byte[] gif = new GifBuilder(canvasWidth, canvasHeight).at(left, top, w, h).build();

    try (Photo photo = PhotoDecoder.decode(gif)) {
      assertThat(photo.fullWidth()).isEqualTo(width);
      assertThat(photo.fullHeight()).isEqualTo(height);
      // Red, of blue, green and red, in the frame's middle.
      BytePointer pixel = photo.pixels().ptr(top + h / 2, left + w / 2);
      assertThat(new int[] {pixel.get(0), pixel.get(1), pixel.get(2) & 0xff})
          .containsExactly(0, 0, 255);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // canvas, frame: left, top, width, height; a place in what is read and whether it is red
    "5121, 64, 0, 0, 80, 64, 0, 0, true",
    "5121, 64, 0, 0, 80, 64, 19, 15, true",
    "5121, 64, 0, 0, 80, 64, 20, 0, false",
    "5121, 64, 5, 3, 80, 40, 1, 1, false",
    "5121, 64, 5, 3, 80, 40, 2, 1, true",
    "5121, 64, 5, 3, 80, 40, 21, 10, true",
    "5121, 64, 5, 3, 80, 40, 22, 10, false",
    "5121, 64, 5, 3, 2, 2, 2, 1, false"
  })
  void aLargeFileIsReadReduced(
      int canvasWidth, int canvasHeight, int left, int top, int w, int h, int x, int y, boolean red)
      throws Exception {
    byte[] gif = new GifBuilder(canvasWidth, canvasHeight).at(left, top, w, h).build();

    try (Photo photo = PhotoDecoder.decode(gif)) {
      assertThat(photo.fullWidth()).isEqualTo(canvasWidth);
      assertThat(photo.pixels().cols()).isEqualTo(1281);
      // Red is 255 in both; blue is 0 in red, and 255 on the white canvas.
      assertThat(photo.pixels().ptr(y, x).get(0) & 0xff).isEqualTo(red ? 0 : 255);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void howAFrameIsDisposedOfDoesNotMatter(int disposal) throws Exception {
    PhotoDecoder.decode(new GifBuilder(16, 16).disposal(disposal).build()).close();
  }

  @Test
  void aBackgroundThatIsNotInThePaletteDoesNotMatter() throws Exception {
    PhotoDecoder.decode(new GifBuilder(16, 16).background(200).build()).close();
  }

  @Test
  void aFileThatEndsBehindItsFirstFrameIsRead() throws Exception {
    byte[] gif = TestPhotos.resource("animated.gif");
    int end = firstEnd(gif);

    for (int length : new int[] {end, end + 1, (end + gif.length) / 2, gif.length - 1}) {
      try (Photo photo = PhotoDecoder.decode(Arrays.copyOf(gif, length))) {
        assertThat(photo.fullWidth()).isEqualTo(160);
      }
    }
  }

  @Test
  void aFileThatEndsWithinItsFirstFrameIsDamaged() throws Exception {
    byte[] gif = TestPhotos.resource("animated.gif");
    int end = firstEnd(gif);

    for (double share : new double[] {0.01, 0.1, 0.5, 0.9, 0.99}) {
      byte[] part = Arrays.copyOf(gif, 13 + (int) ((end - 14) * share));
      assertThat(faultOf(part)).as("cut at " + share).isEqualTo(PhotoFault.DAMAGED);
    }
  }

  /** Returns the length of the shortest file that has a whole first frame. */
  private static int firstEnd(byte[] gif) throws UnreadablePhotoException {
    int end = gif.length;
    while (true) {
      byte[] shorter = Arrays.copyOf(gif, end - 1);
      try {
        PhotoHeader.read(shorter);
        end--;
      } catch (UnreadablePhotoException tooShort) {
        return end;
      }
    }
  }

  private static PhotoFault faultOf(byte[] photo) {
    return catchThrowableOfType(
            UnreadablePhotoException.class, () -> PhotoDecoder.decode(photo).close())
        .fault();
  }
}

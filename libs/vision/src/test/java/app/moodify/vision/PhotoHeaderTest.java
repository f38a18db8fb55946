package app.moodify.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.moodify.core.photo.PhotoFault;
import app.moodify.core.photo.UnreadablePhotoException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoHeaderTest {
  private static PhotoFault faultOf(byte[] photo) {
    return catchThrowableOfType(
            UnreadablePhotoException.class, () -> PhotoDecoder.decode(photo).close())
        .fault();
  }

  @ParameterizedTest
  @CsvSource({
    "grace_hopper.jpg, JPEG, 341, 400",
    "progressive.jpg, JPEG, 160, 160",
    "alpha.png, PNG, 120, 120",
    "palette.png, PNG, 160, 160",
    "lossy.webp, WEBP, 160, 160",
    "lossless.webp, WEBP, 96, 96",
    "animated.webp, WEBP, 160, 160",
    "animated.gif, GIF, 160, 160",
    "palette.bmp, BMP, 160, 160",
  })
  void readsFormatAndSides(String file, PhotoFormat format, int width, int height)
      throws Exception {
    assertThat(PhotoHeader.read(TestPhotos.resource(file)))
        .isEqualTo(new PhotoHeader(format, width, height));
  }

  @Test
  void anEmptyFileIsCalledEmpty() {
    assertThat(faultOf(new byte[0])).isEqualTo(PhotoFault.EMPTY);
  }

  @Test
  void moreThanTenMegabytesAreRefused() {
    byte[] photo = Arrays.copyOf(TestPhotos.resource("grace_hopper.jpg"), 10 * 1024 * 1024 + 1);

    assertThat(faultOf(photo)).isEqualTo(PhotoFault.TOO_MANY_BYTES);
  }

  @ParameterizedTest
  @CsvSource({"30000, 30000", "2147483647, 2147483647", "50000001, 1", "10000, 5001"})
  void aBombIsRefusedByItsHeader(int width, int height) {
    assertThat(faultOf(TestPhotos.pngHeader(width, height))).isEqualTo(PhotoFault.TOO_MANY_PIXELS);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1000, 3000})
  void aJpegOfVeryManyScansIsRefused(int more) {
    assertThat(faultOf(TestPhotos.jpegWithScans(more))).isEqualTo(PhotoFault.TOO_COSTLY);
  }

  @Test
  void aJpegOfTwentyScansIsRead() throws Exception {
    assertThat(PhotoHeader.read(TestPhotos.jpegWithScans(10)).width()).isEqualTo(160);
  }

  @Test
  void aBombBehindASmallCanvasIsRefused() {
    byte[] gif = new GifBuilder(1, 1).at(0, 0, 50_000, 50_000).build();

    assertThat(faultOf(gif)).isEqualTo(PhotoFault.TOO_MANY_PIXELS);
  }

  @ParameterizedTest
  @CsvSource({
    // frame, bits
    "0xc1, 12",
    "0xc3, 8",
    "0xc7, 8",
    "0xcf, 8",
    "0xf7, 8"
  })
  void aJpegOfAKindThatNoBrowserShowsIsUnsupportedAndNotDamaged(String frame, int bits) {
    byte[] jpeg = TestPhotos.resource("grace_hopper.jpg").clone();
    int at = 2;
    while (jpeg[at + 1] != (byte) 0xc0) {
      at += 2 + ((jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff);
    }
    jpeg[at + 1] = (byte) (int) Integer.decode(frame);
    jpeg[at + 4] = (byte) bits;

    assertThat(faultOf(jpeg)).isEqualTo(PhotoFault.FORMAT_UNSUPPORTED);
  }
}

package app.moodify.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.moodify.core.photo.PhotoFault;
import app.moodify.core.photo.UnreadablePhotoException;
import java.nio.charset.StandardCharsets;
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

  private static PhotoFault faultOf(String text) {
    return faultOf(text.getBytes(StandardCharsets.ISO_8859_1));
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dear diary",
        "BMW is a maker of cars",
        "GIF is a format",
        "x",
        "<html></html>",
        "%PDF-1.7"
      })
  void aTextIsNoImage(String text) {
    assertThat(faultOf(text)).isEqualTo(PhotoFault.NOT_AN_IMAGE);
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
  @ValueSource(strings = {"heic", "heix", "mif1", "hevc"})
  void heicIsCalledByItsName(String brand) {
    assertThat(faultOf("\0\0\0\u0018ftyp" + brand + "\0\0\0\0" + "meta"))
        .isEqualTo(PhotoFault.HEIC_UNSUPPORTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\0\0\0\u0018ftypavif\0\0\0\0",
        "\0\0\0\u0018ftypmif1\0\0\0\0avif",
        "II*\0\0\0\0\0",
        "MM\0*\0\0\0\0",
        "8BPS\0\1",
        "\0\0\0\fJXL \r\n"
      })
  void otherImagesAreCalledUnsupported(String start) {
    assertThat(faultOf(start)).isEqualTo(PhotoFault.FORMAT_UNSUPPORTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "\n  <SVG width='1'></SVG>",
        "\u00ef\u00bb\u00bf<?xml version='1.0'?><!-- drawn --><svg/>",
        "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' ''><svg/>"
      })
  void svgIsCalledByItsName(String text) {
    assertThat(faultOf(text)).isEqualTo(PhotoFault.SVG_UNSUPPORTED);
  }
}

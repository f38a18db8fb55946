package app.moodify.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.moodify.core.photo.PhotoFault;
import app.moodify.core.photo.UnreadablePhotoException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PNG files of which a decoder gets one still picture; animated ones have ended the process. */
class StillPngTest {
  /** Each colour type of PNG with each of its depths. */
  static Stream<Arguments> kinds() {
    return Stream.of(
            new int[] {0, 1, 2, 4, 8, 16},
            new int[] {2, 8, 16},
            new int[] {3, 1, 2, 4, 8},
            new int[] {4, 8, 16},
            new int[] {6, 8, 16})
        .flatMap(
            kind -> IntStream.range(1, kind.length).mapToObj(i -> Arguments.of(kind[0], kind[i])));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void anAnimationIsReadAsItsStillPicture(int colourType, int depth) throws Exception {
    for (int side : new int[] {1, 16, 40}) {
      for (boolean hidden : new boolean[] {false, true}) {
        for (int disposal = 0; disposal < 3; disposal++) {
          for (int inset = 0; inset < Math.min(2, side); inset++) {
            byte[] png =
                new PngBuilder(side, side, colourType, depth)
                    .animated(hidden, disposal, inset)
                    .build();
            try (Photo photo = PhotoDecoder.decode(png)) {
              assertThat(photo.fullWidth()).isEqualTo(side);
            }
          }
        }
      }
    }
  }

  @Test
  void framesThatAreNoneDoNotMatter() throws Exception {
    byte[] png =
        new PngBuilder(16, 16, 2, 8).with("acTL", new byte[8]).with("fdAT", new byte[3]).build();

    PhotoDecoder.decode(png).close();
  }

  @Test
  void aPictureWithoutItsEndOrWithAWrongChecksumIsReadAsBrowsersDo() throws Exception {
    byte[] png = face();
    byte[] endless = Arrays.copyOf(png, png.length - 12);
    byte[] halfAnEnd = Arrays.copyOf(png, png.length - 5);
    byte[] wrong = png.clone();
    wrong[png.length - 13] ^= 0x55;

    for (byte[] file : new byte[][] {endless, halfAnEnd, wrong}) {
      try (Photo photo = PhotoDecoder.decode(file)) {
        assertThat(photo.fullWidth()).isEqualTo(120);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 5, 7, 9, 32})
  void aDepthThatThereIsNotIsDamaged(int depth) {
    byte[] png = new PngBuilder(16, 16, 2, 8).build();
    png[24] = (byte) depth;

    assertThat(faultOf(png)).isEqualTo(PhotoFault.DAMAGED);
  }

  @Test
  void aPaletteThatIsMissingOrOfAWrongLengthIsDamaged() {
    byte[] without = new PngBuilder(16, 16, 2, 8).build();
    without[25] = 3;

    assertThat(faultOf(without)).isEqualTo(PhotoFault.DAMAGED);
    for (int length : new int[] {0, 1, 4, 769, 771}) {
      byte[] png = new PngBuilder(16, 16, 2, 8).with("PLTE", new byte[length]).build();
      assertThat(faultOf(png)).as("a palette of " + length).isEqualTo(PhotoFault.DAMAGED);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "6, 8, 7000, 7000, ",
    "6, 16, 5000, 5000, ",
    "6, 16, 7000, 7000, TOO_COSTLY",
    "2, 16, 7000, 7000, TOO_COSTLY",
    "0, 16, 7000, 7000, ",
    "0, 1, 49999999, 1, "
  })
  void theWorkIsWhatItUnpacksTo(int type, int depth, int width, int height, PhotoFault fault)
      throws Exception {
    byte[] png = new PngBuilder(1, 1, type, depth).build();
    ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);

    if (fault == null) {
      assertThat(PhotoHeader.read(png).width()).isEqualTo(width);
    } else {
      assertThat(faultOf(png)).isEqualTo(fault);
    }
  }

  @Test
  void whatCannotBeLeftOutAndIsUnknownIsDamaged() {
    byte[] png = new PngBuilder(16, 16, 2, 8).with("IMGX", new byte[4]).build();

    assertThat(faultOf(png)).isEqualTo(PhotoFault.DAMAGED);
  }

  @Test
  void textsAndProfilesDoNotReachTheDecoder() throws Exception {
    byte[] png =
        new PngBuilder(16, 16, 2, 8).with("iCCP", new byte[9]).with("tEXt", new byte[9]).build();

    byte[] still = PngFile.still(png);

    assertThat(new String(still, StandardCharsets.ISO_8859_1))
        .doesNotContain("iCCP")
        .doesNotContain("tEXt");
  }

  private static byte[] face() {
    try (Mat face = TestPhotos.resized(TestPhotos.astronaut(), 120, 90)) {
      return TestPhotos.encode(".png", face);
    }
  }

  private static PhotoFault faultOf(byte[] photo) {
    return catchThrowableOfType(
            UnreadablePhotoException.class, () -> PhotoDecoder.decode(photo).close())
        .fault();
  }
}

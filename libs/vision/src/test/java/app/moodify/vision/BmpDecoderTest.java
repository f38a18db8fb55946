package app.moodify.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import app.moodify.core.photo.PhotoFault;
import app.moodify.core.photo.UnreadablePhotoException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.javacpp.BytePointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BmpDecoderTest {
  private static final int WIDTH = 7;
  private static final int HEIGHT = 5;

  private record Layout(String name, int compression, int bits, long... masks) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final Layout[] LAYOUTS = {
    new Layout("RGB565", 3, 16, 0xf800, 0x7e0, 0x1f, 0),
    new Layout("ARGB1555", 3, 16, 0x7c00, 0x3e0, 0x1f, 0x8000),
    new Layout("ARGB4444", 3, 16, 0xf00, 0xf0, 0xf, 0xf000),
    new Layout("RGB555 without masks", 0, 16, 0x7c00, 0x3e0, 0x1f, 0),
    new Layout("BGRA", 3, 32, 0xff0000, 0xff00, 0xff, 0xff000000L),
    new Layout("ABGR", 3, 32, 0xff000000L, 0xff0000, 0xff00, 0xff),
    new Layout("ten bits each", 3, 32, 0x3ff00000, 0xffc00, 0x3ff, 0),
    new Layout("alpha among the fields", 6, 32, 0xff, 0xff00, 0xff0000, 0xff000000L),
    new Layout("BGR0 without masks", 0, 32, 0xff0000, 0xff00, 0xff, 0),
  };

  static Stream<Arguments> layouts() {
    return Stream.of(40, 52, 56, 108, 124)
        .flatMap(
            header ->
                Stream.of(true, false)
                    .flatMap(
                        topDown ->
                            Arrays.stream(LAYOUTS)
                                .map(layout -> Arguments.of(layout, header, topDown))));
  }

  private static int red(int x, int y) {
    return 255 * x / (WIDTH - 1);
  }

  private static int green(int x, int y) {
    return 255 * y / (HEIGHT - 1);
  }

  private static int blue(int x, int y) {
    return 255 - red(x, y);
  }

  private static byte[] file(BmpBuilder builder) {
    return builder.build(BmpDecoderTest::red, BmpDecoderTest::green, BmpDecoderTest::blue);
  }

  private static PhotoFault faultOf(byte[] photo) {
    return catchThrowableOfType(
            UnreadablePhotoException.class, () -> PhotoDecoder.decode(photo).close())
        .fault();
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void everyLayoutShowsTheSamePicture(Layout layout, int header, boolean topDown) throws Exception {
    byte[] bmp =
        file(
            new BmpBuilder(WIDTH, HEIGHT)
                .header(header)
                .topDown(topDown)
                .kind(layout.compression(), layout.bits())
                .masks(layout.masks()));
    int step = layout.name().equals("ARGB4444") ? 9 : 5;

    try (Photo photo = PhotoDecoder.decode(bmp)) {
      assertThat(photo.fullWidth()).isEqualTo(WIDTH);
      assertThat(photo.fullHeight()).isEqualTo(HEIGHT);
      for (int i = 0; i < WIDTH * HEIGHT; i++) {
        int x = i % WIDTH;
        int y = i / WIDTH;
        BytePointer pixel = photo.pixels().ptr(y, x);
        assertThat(pixel.get(0) & 0xff).isCloseTo(blue(x, y), within(step));
        assertThat(pixel.get(1) & 0xff).isCloseTo(green(x, y), within(step));
        assertThat(pixel.get(2) & 0xff).isCloseTo(red(x, y), within(step));
      }
    }
  }

  @Test
  void aLargeBitmapIsReduced() throws Exception {
    byte[] bmp = new BmpBuilder(2561, 4).build((x, y) -> 255, (x, y) -> 0, (x, y) -> 255);

    try (Photo photo = PhotoDecoder.decode(bmp)) {
      assertThat(photo.fullWidth()).isEqualTo(2561);
      assertThat(photo.pixels().cols()).isEqualTo(1280);
      assertThat(photo.pixels().ptr(1, 1279).get(0) & 0xff).isEqualTo(255);
    }
  }

  @Test
  void aColourWithoutBitsIsBlack() throws Exception {
    byte[] bmp = file(new BmpBuilder(WIDTH, HEIGHT).masks(0, 0x7e0, 0, 0));

    try (Photo photo = PhotoDecoder.decode(bmp)) {
      BytePointer pixel = photo.pixels().ptr(HEIGHT - 1, WIDTH - 1);
      assertThat(new int[] {pixel.get(0), pixel.get(1) & 0xff, pixel.get(2)})
          .containsExactly(0, 255, 0);
    }
  }

  @Test
  void aFileThatEndsEarlyIsDamagedWhereverItEnds() {
    byte[] whole = file(new BmpBuilder(WIDTH, HEIGHT).header(124));

    IntStream.range(18, whole.length)
        .forEach(
            length ->
                assertThat(faultOf(Arrays.copyOf(whole, length)))
                    .as("%d bytes", length)
                    .isEqualTo(PhotoFault.DAMAGED));
  }

  @Test
  void coloursWithGapsAreDamaged() {
    assertThat(faultOf(file(new BmpBuilder(WIDTH, HEIGHT).masks(0xf900, 0x7e0, 0x1f, 0))))
        .isEqualTo(PhotoFault.DAMAGED);
  }

  @ParameterizedTest
  @CsvSource({
    // header, compression, bits
    "40, 4, 0, FORMAT_UNSUPPORTED",
    "40, 5, 0, FORMAT_UNSUPPORTED",
    "40, 0, 2, FORMAT_UNSUPPORTED",
    "124, 0, 64, FORMAT_UNSUPPORTED",
    "64, 3, 1, FORMAT_UNSUPPORTED",
    "64, 3, 16, FORMAT_UNSUPPORTED",
    "64, 4, 24, FORMAT_UNSUPPORTED",
    "40, 11, 32, FORMAT_UNSUPPORTED",
    "40, 99, 24, DAMAGED",
    "40, -1, 24, DAMAGED",
    "40, 0, 999, DAMAGED"
  })
  void onlyWhatIsDamagedIsCalledSo(int header, int compression, int bits, PhotoFault fault) {
    byte[] bmp = file(new BmpBuilder(WIDTH, HEIGHT).header(header));
    ByteBuffer.wrap(bmp)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort(28, (short) bits)
        .putInt(30, compression);

    assertThat(faultOf(bmp)).isEqualTo(fault);
  }
}

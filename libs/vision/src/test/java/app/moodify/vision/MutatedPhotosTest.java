package app.moodify.vision;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.photo.UnreadablePhotoException;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged files by the thousand, the same ones each time: read or refused, never a crash. */
class MutatedPhotosTest {
  private static final int FILES = 700;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jpg",
        "exif.jpg",
        "png",
        "exif.png",
        "webp",
        "exif.webp",
        "bmp",
        "fields.bmp",
        "animated.gif",
        "animated.webp",
        "palette.png",
        "cmyk.jpg",
        "progressive.jpg"
      })
  void aMutatedFileIsReadOrRefused(String kind) {
    byte[] original = file(kind);
    Random random = new Random(kind.hashCode());
    int read = 0;
    int refused = 0;
    for (int i = 0; i < FILES; i++) {
      byte[] mutated = mutate(original, random);
      try (Photo photo = PhotoDecoder.decode(mutated)) {
        assertThat((long) photo.fullWidth() * photo.fullHeight())
            .isBetween(1L, PhotoHeader.MAX_PIXELS);
        read++;
      } catch (UnreadablePhotoException expected) {
        refused++;
      }
    }
    assertThat(read + refused).isEqualTo(FILES);
    assertThat(refused).as("some mutations must have hit").isPositive();
  }

  private static byte[] file(String kind) {
    try (Mat small = TestPhotos.resized(TestPhotos.astronaut(), 40, 30)) {
      return switch (kind) {
        case "jpg", "png", "webp", "bmp" -> TestPhotos.encode("." + kind, small);
        case "exif.jpg" ->
            TestPhotos.jpegWithExif(TestPhotos.encode(".jpg", small), 6, ByteOrder.LITTLE_ENDIAN);
        case "exif.png" -> TestPhotos.pngWithExif(TestPhotos.encode(".png", small), 6);
        case "exif.webp" -> TestPhotos.webpWithExif(TestPhotos.encode(".webp", small), 40, 30, 6);
        case "fields.bmp" ->
            new BmpBuilder(40, 30).header(124).build((x, y) -> x, (x, y) -> y, (x, y) -> x + y);
        default -> TestPhotos.resource(kind);
      };
    }
  }

  /** Changes bytes, mostly near the start where the headers are; cuts, doubles or drops a part. */
  private static byte[] mutate(byte[] original, Random random) {
    byte[] mutated = original.clone();
    int changes = 1 + random.nextInt(6);
    for (int i = 0; i < changes; i++) {
      int reach = random.nextInt(3) == 0 ? mutated.length : Math.min(80, mutated.length);
      int at = random.nextInt(reach);
      switch (random.nextInt(4)) {
        case 0 -> mutated[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> mutated[at] = (byte) 0xff;
        case 2 -> mutated[at] = 0;
        default -> mutated[at] = (byte) random.nextInt(256);
      }
    }
    return switch (random.nextInt(8)) {
      case 0 -> Arrays.copyOf(mutated, random.nextInt(mutated.length));
      case 1 -> {
        int from = random.nextInt(mutated.length);
        int length = random.nextInt(Math.min(64, mutated.length - from));
        byte[] shorter = Arrays.copyOf(mutated, mutated.length - length);
        System.arraycopy(mutated, from + length, shorter, from, mutated.length - from - length);
        yield shorter;
      }
      default -> mutated;
    };
  }
}

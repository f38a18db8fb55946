package app.moodify.vision;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.photo.UnreadablePhotoException;
import java.nio.ByteOrder;
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
    PhotoMutator mutator = new PhotoMutator(kind.hashCode());
    int read = 0;
    int refused = 0;
    for (int i = 0; i < FILES; i++) {
      byte[] mutated = mutator.mutate(original);
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
}

package app.moodify.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.ROTATE_180;
import static org.bytedeco.opencv.global.opencv_core.rotate;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.circle;
import static org.bytedeco.opencv.global.opencv_imgproc.rectangle;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaceDetectorTest {
  private static final FaceDetector DETECTOR =
      new FaceDetector(TestPhotos.models().resolve("face"));
  private static final Mat ASTRONAUT = TestPhotos.astronaut();

  /** Brow to chin in the astronaut's photo, in pixels. */
  private static final double FACE_HEIGHT = 115;

  @AfterAll
  static void close() {
    DETECTOR.close();
  }

  private static Mat blank(int width, int height) {
    return new Mat(height, width, CV_8UC3, new Scalar(150, 130, 120, 0));
  }

  private static void paste(Mat photo, Mat onto, int x, int y) {
    try (Rect place = new Rect(x, y, photo.cols(), photo.rows())) {
      photo.copyTo(new Mat(onto, place));
    }
  }

  private static Mat noise(int width, int height, long seed) {
    byte[] values = new byte[width * height * 3];
    new Random(seed).nextBytes(values);
    Mat noise = new Mat(height, width, CV_8UC3);
    ((ByteBuffer) noise.createBuffer()).put(values);
    return noise;
  }

  @Test
  void findsTheFaceWithItsPointsInPlace() {
    List<Face> faces = DETECTOR.detect(ASTRONAUT);

    assertThat(faces).hasSize(1);
    Face face = faces.get(0);
    assertThat(face.centerX()).isCloseTo(224, within(10.0));
    assertThat(face.centerY()).isCloseTo(128, within(10.0));
    assertThat(face.x(Face.Landmark.RIGHT_EYE)).isCloseTo(204, within(6.0));
    assertThat(face.x(Face.Landmark.LEFT_EYE)).isCloseTo(248, within(6.0));
    assertThat(face.y(Face.Landmark.RIGHT_EYE)).isCloseTo(101, within(6.0));
    assertThat(face.y(Face.Landmark.NOSE)).isCloseTo(125, within(8.0));
    assertThat(face.y(Face.Landmark.MOUTH)).isCloseTo(146, within(8.0));
  }

  @ParameterizedTest
  @CsvSource({
    "0.06, 100, 700",
    "0.06, 1100, 90",
    "0.08, 640, 480",
    "0.12, 30, 30",
    "0.2, 500, 300"
  })
  void findsSmallFacesAnywhere(double share, int x, int y) {
    Mat photo = blank(1280, 960);
    int side = (int) Math.round(512 * share * 960 / FACE_HEIGHT);
    Mat small = TestPhotos.resized(ASTRONAUT, side, side);
    paste(small, photo, Math.min(x, 1280 - side), Math.min(y, 960 - side));

    assertThat(DETECTOR.detect(photo)).hasSize(1);
  }

  @Test
  void findsAFaceThatFillsThePhoto() {
    Mat close = new Mat(ASTRONAUT, new Rect(160, 50, 130, 140));

    assertThat(DETECTOR.detect(close)).hasSize(1);
  }

  /** By how much larger than the face's box the picture is; below 1 the box is cut. */
  @ParameterizedTest
  @ValueSource(doubles = {0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6})
  void findsAFaceThatFillsThePicture(double share) {
    for (String file : List.of("astronaut", "grace_hopper.jpg")) {
      Mat photo = portrait(file);
      Face face = DETECTOR.detect(photo).get(0);
      Rect place = around(photo, face, share);

      List<Face> found = DETECTOR.detect(new Mat(photo, place).clone());

      assertThat(found).as(file).hasSize(1);
      double tolerance = face.side() / 6;
      assertThat(found.get(0).centerX() + place.x()).isCloseTo(face.centerX(), within(tolerance));
      assertThat(found.get(0).centerY() + place.y()).isCloseTo(face.centerY(), within(tolerance));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"astronaut", "grace_hopper.jpg"})
  void findsAFaceUpsideDownAndItsPointsToo(String file) {
    Mat photo = portrait(file);
    Mat turned = new Mat();
    rotate(photo, turned, ROTATE_180);

    Face face = DETECTOR.detect(photo).get(0);
    List<Face> found = DETECTOR.detect(turned);

    assertThat(found).hasSize(1);
    Face back = found.get(0).upsideDown(photo.cols(), photo.rows());
    for (Face.Landmark landmark : Face.Landmark.values()) {
      assertThat(back.x(landmark)).isCloseTo(face.x(landmark), within(5.0));
      assertThat(back.y(landmark)).isCloseTo(face.y(landmark), within(5.0));
    }
  }

  private static Mat portrait(String file) {
    return file.equals("astronaut")
        ? ASTRONAUT
        : imdecode(new Mat(new BytePointer(TestPhotos.resource(file))), IMREAD_COLOR);
  }

  private static Rect around(Mat photo, Face face, double share) {
    double half = face.side() * share / 2;
    int left = (int) Math.max(0, face.centerX() - half);
    int top = (int) Math.max(0, face.centerY() - half);
    int right = (int) Math.min(photo.cols(), face.centerX() + half);
    int bottom = (int) Math.min(photo.rows(), face.centerY() + half);
    return new Rect(left, top, right - left, bottom - top);
  }

  @Test
  void findsAFaceInABannerAndInATower() {
    Mat banner = blank(2000, 300);
    paste(TestPhotos.resized(ASTRONAUT, 300, 300), banner, 1500, 0);
    Mat tower = blank(300, 2000);
    paste(TestPhotos.resized(ASTRONAUT, 300, 300), tower, 0, 1600);

    assertThat(DETECTOR.detect(banner)).hasSize(1);
    assertThat(DETECTOR.detect(tower)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void countsFacesSideBySide(int count) {
    Mat photo = blank(512 * count, 512);
    for (int i = 0; i < count; i++) {
      paste(ASTRONAUT, photo, 512 * i, 0);
    }

    assertThat(DETECTOR.detect(photo)).hasSize(count);
  }

  @Test
  void countsTheOthersBesideOneLargeFaceAndPutsItFirst() {
    Mat head = new Mat(ASTRONAUT, TestPhotos.face());
    Mat photo = blank(1200, 960);
    paste(TestPhotos.resized(head, 700, 700), photo, 450, 100);
    paste(TestPhotos.resized(head, 320, 320), photo, 60, 40);
    paste(TestPhotos.resized(head, 320, 320), photo, 60, 560);

    List<Face> faces = DETECTOR.detect(photo);

    assertThat(faces).hasSize(3);
    assertThat(faces.get(0).centerX()).isGreaterThan(500);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 3, 9, 30, 90})
  void noiseFineOrCoarseIsNoFace(double blur) {
    Mat photo = noise(640, 480, (long) blur);
    if (blur > 0) {
      GaussianBlur(photo, photo, new Size(0, 0), blur);
      photo.convertTo(photo, -1, blur, -127 * (blur - 1));
    }

    assertThat(DETECTOR.detect(photo)).isEmpty();
  }

  @Test
  void aDrawnLandscapeIsNoFace() {
    assertThat(DETECTOR.detect(TestPhotos.landscape())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void scatteredThingsAreNoFace(int seed) {
    Random random = new Random(seed);
    Mat photo = blank(800, 600);
    for (int i = 0; i < 12 * seed; i++) {
      int x = random.nextInt(800);
      int y = random.nextInt(600);
      int size = 10 + random.nextInt(120);
      Scalar colour = new Scalar(random.nextInt(256), random.nextInt(256), random.nextInt(256), 0);
      if (random.nextBoolean()) {
        circle(photo, new Point(x, y), size / 2, colour, -1, 8, 0);
      } else {
        rectangle(photo, new Point(x, y), new Point(x + size, y + size), colour, -1, 8, 0);
      }
    }

    assertThat(DETECTOR.detect(photo)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 4000", "4000, 1", "17, 17", "15, 300"})
  void aPictureTooSmallForAFaceIsNoCrash(int width, int height) {
    assertThat(DETECTOR.detect(blank(width, height))).isEmpty();
  }

  @Test
  void tilesCoverTheWholeLengthAndOverlap() {
    int[] starts = FaceDetector.tileStarts(1280, 480);

    assertThat(starts[0]).isZero();
    assertThat(starts[starts.length - 1]).isEqualTo(800);
    for (int i = 1; i < starts.length; i++) {
      assertThat(starts[i] - starts[i - 1]).isLessThanOrEqualTo(360);
    }
    assertThat(FaceDetector.tileStarts(480, 480)).containsExactly(0);
  }

  @ParameterizedTest
  @CsvSource({"1280, 960, 12", "960, 1280, 12", "1280, 720, 15", "1280, 1280, 9", "1280, 220, 48"})
  void aPhotoIsSearchedInOverlappingTiles(int width, int height, int tiles) {
    assertThat(FaceDetector.tiles(width, height)).hasSize(tiles);
  }

  @ParameterizedTest
  @CsvSource({"1280, 16", "16, 1280", "1280, 100", "16, 22500", "50000, 16"})
  void aStripIsNotSearchedInTilesByTheHundred(int width, int height) {
    assertThat(FaceDetector.tiles(width, height)).isEmpty();
    assertThat(DETECTOR.detect(blank(width, height))).isEmpty();
  }
}

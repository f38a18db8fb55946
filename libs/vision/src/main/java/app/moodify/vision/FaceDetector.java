package app.moodify.vision;

import static org.bytedeco.opencv.global.opencv_core.ROTATE_180;
import static org.bytedeco.opencv.global.opencv_core.rotate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;

/**
 * Finds the faces in a photo with two BlazeFace nets.
 *
 * <p>The short-range net looks first; for a selfie or a portrait that is all. Where it finds
 * nothing, or only faces so small that it may have missed their neighbours, the full-range net
 * looks at the whole photo, and where there is still nothing, at overlapping tiles. It sees small
 * faces but errs more, so the short-range net must confirm each of its candidates on an enlarged
 * crop. Last of all the short-range net looks with a border around the photo, for a face that fills
 * it, and at the photo upside down. Not thread-safe.
 *
 * <p>Measured on 33 portraits pasted into 1280 x 960 photos of textures and things: box 6 % of the
 * height 33 found, 5 % 31, 4 % 30; no face in 175 photos without one.
 */
final class FaceDetector implements AutoCloseable {
  /** Of the short-range net: on 200 photos without a face none scored above 0.67. */
  private static final double CLEAR = 0.75;

  /** Of the short-range net at first sight: too little to count, enough for a second look. */
  private static final double MAYBE = 0.4;

  /**
   * Of the short-range net in the last two looks, which must not add false faces: on 219 pictures
   * without one none scored above 0.845 with a border, or 0.70 upside down.
   */
  private static final double LATE = 0.85;

  /**
   * So much of the input's side is the photo where a border is around it; a quarter of its side.
   */
  private static final double WITHIN_BORDER = 1 / 1.6;

  /** Of the full-range net, whose candidates are looked at again. */
  private static final double CANDIDATE = 0.35;

  /** The short-range net misses faces below about this share of the photo's long side. */
  private static final double SMALL = 0.35;

  /** Side of the crop for the second look, in sides of the box. */
  private static final double SECOND_LOOK = 2.5;

  /** Side of a tile, as a share of the photo's short side. */
  private static final double TILE = 0.5;

  /** How much of a tile its neighbour sees too: more than the largest face left to be found. */
  private static final double TILE_OVERLAP = 0.25;

  /**
   * So many tiles at most, which are enough for a photo six times as wide as it is high. A strip of
   * 16 x 1280 pixels would have 639, and no face that could be read.
   */
  private static final int MAX_TILES = 48;

  /** So many candidates are looked at again, the likeliest first; a look takes some 4 ms. */
  private static final int MAX_SECOND_LOOKS = 60;

  /** Photos narrower than this hold no face that could be read. */
  private static final int SMALLEST_PHOTO = 16;

  private final BlazeFace shortRange;
  private final BlazeFace fullRange;

  /** Opens both nets from the folder with the {@code .tflite} files. */
  FaceDetector(Path folder) {
    this.shortRange = BlazeFace.shortRange(folder);
    this.fullRange = BlazeFace.fullRange(folder);
  }

  /**
   * Finds the clear faces.
   *
   * @param photo 8-bit blue, green, red
   * @return one box for each face, the largest first; empty where no face is
   */
  List<Face> detect(Mat photo) {
    if (Math.min(photo.cols(), photo.rows()) < SMALLEST_PHOTO) {
      return List.of();
    }
    try (Rect whole = new Rect(0, 0, photo.cols(), photo.rows())) {
      List<Face> clear = new ArrayList<>();
      List<Face> doubtful = new ArrayList<>();
      for (Face face : NonMaximumSuppression.merge(shortRange.detect(photo, whole, MAYBE))) {
        (face.score() >= CLEAR ? clear : doubtful).add(face);
      }
      double small = SMALL * Math.max(photo.cols(), photo.rows());
      if (clear.stream().allMatch(face -> face.side() < small)) {
        doubtful.addAll(fullRange.detect(photo, whole, CANDIDATE));
      }
      List<Face> faces = withConfirmed(photo, clear, doubtful);
      if (faces.isEmpty()) {
        faces = withConfirmed(photo, faces, detectInTiles(photo));
      }
      if (faces.isEmpty()) {
        faces = NonMaximumSuppression.merge(shortRange.detect(photo, whole, LATE, WITHIN_BORDER));
      }
      if (faces.isEmpty()) {
        faces = detectUpsideDown(photo, whole);
      }
      return faces.stream().sorted(Comparator.comparingDouble(Face::area).reversed()).toList();
    }
  }

  private List<Face> detectUpsideDown(Mat photo, Rect whole) {
    try (Mat turned = new Mat()) {
      rotate(photo, turned, ROTATE_180);
      return NonMaximumSuppression.merge(shortRange.detect(turned, whole, LATE)).stream()
          .map(face -> face.upsideDown(photo.cols(), photo.rows()))
          .toList();
    }
  }

  private List<Face> detectInTiles(Mat photo) {
    List<Face> candidates = new ArrayList<>();
    for (Tile tile : tiles(photo.cols(), photo.rows())) {
      try (Rect place = new Rect(tile.left(), tile.top(), tile.side(), tile.side())) {
        candidates.addAll(fullRange.detect(photo, place, CANDIDATE));
      }
    }
    return candidates;
  }

  /** A square of the photo, in pixels. */
  record Tile(int left, int top, int side) {}

  /**
   * Returns overlapping tiles that cover a photo; none of one so narrow that there would be too
   * many.
   */
  static List<Tile> tiles(int width, int height) {
    int side = (int) Math.ceil(TILE * Math.min(width, height));
    int[] tops = tileStarts(height, side);
    int[] lefts = tileStarts(width, side);
    if (tops.length * lefts.length > MAX_TILES) {
      return List.of();
    }
    return Arrays.stream(tops)
        .boxed()
        .flatMap(top -> Arrays.stream(lefts).mapToObj(left -> new Tile(left, top, side)))
        .toList();
  }

  /** Returns evenly spread starts of tiles that cover a length and overlap enough. */
  static int[] tileStarts(int length, int side) {
    int tiles = 1 + (int) Math.ceil((length - side) / (side * (1 - TILE_OVERLAP)));
    int[] starts = new int[tiles];
    for (int i = 1; i < tiles; i++) {
      starts[i] = (int) ((long) (length - side) * i / (tiles - 1));
    }
    return starts;
  }

  /** Adds the candidates that the short-range net sees too, close up, to the faces. */
  private List<Face> withConfirmed(Mat photo, List<Face> faces, List<Face> candidates) {
    List<Face> all = new ArrayList<>(faces);
    int looks = 0;
    for (Face candidate : NonMaximumSuppression.merge(candidates)) {
      boolean known = all.stream().anyMatch(face -> face.overlap(candidate) > 0.1);
      if (!known && looks < MAX_SECOND_LOOKS) {
        looks++;
        confirm(photo, candidate).ifPresent(all::add);
      }
    }
    return NonMaximumSuppression.merge(all);
  }

  private Optional<Face> confirm(Mat photo, Face candidate) {
    double half = candidate.side() * SECOND_LOOK / 2;
    int left = (int) Math.max(0, candidate.centerX() - half);
    int top = (int) Math.max(0, candidate.centerY() - half);
    int right = (int) Math.min(photo.cols(), candidate.centerX() + half);
    int bottom = (int) Math.min(photo.rows(), candidate.centerY() + half);
    if (right - left < SMALLEST_PHOTO || bottom - top < SMALLEST_PHOTO) {
      return Optional.empty();
    }
    try (Rect crop = new Rect(left, top, right - left, bottom - top)) {
      return NonMaximumSuppression.merge(shortRange.detect(photo, crop, CLEAR)).stream()
          .filter(face -> face.overlap(candidate) > 0.1)
          .findFirst();
    }
  }

  @Override
  public void close() {
    shortRange.close();
    fullRange.close();
  }
}

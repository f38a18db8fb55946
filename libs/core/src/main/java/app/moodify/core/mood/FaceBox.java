package app.moodify.core.mood;

/**
 * Where a face lies in a photo, in pixels of the upright photo (EXIF orientation applied) at its
 * full size. May reach over the photo's edge.
 *
 * @param x left edge
 * @param y top edge
 * @param width width, above 0
 * @param height height, above 0
 */
public record FaceBox(int x, int y, int width, int height) {

  /** Returns the area in square pixels. */
  public long area() {
    return (long) width * height;
  }
}

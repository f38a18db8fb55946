package app.moodify.vision;

/**
 * A face as BlazeFace sees it, in pixels of the decoded photo.
 *
 * @param score how sure the detector is, in [0, 1]
 * @param left of the box, which reaches about from brow to chin; may lie outside of the photo
 * @param top of the box
 * @param width of the box
 * @param height of the box
 * @param landmarks six points, x and y alternating, in the order of {@link Landmark}
 */
record Face(
    double score, double left, double top, double width, double height, double[] landmarks) {

  /** The six landmarks, in the model's order; "left" and "right" are the person's own. */
  enum Landmark {
    RIGHT_EYE,
    LEFT_EYE,
    NOSE,
    MOUTH,
    RIGHT_EAR,
    LEFT_EAR
  }

  double x(Landmark landmark) {
    return landmarks[2 * landmark.ordinal()];
  }

  double y(Landmark landmark) {
    return landmarks[2 * landmark.ordinal() + 1];
  }

  double centerX() {
    return left + width / 2;
  }

  double centerY() {
    return top + height / 2;
  }

  double side() {
    return Math.max(width, height);
  }

  double area() {
    return width * height;
  }

  /** Returns where this face is in a photo of this size when that is turned upside down. */
  Face upsideDown(int photoWidth, int photoHeight) {
    double[] turned = landmarks.clone();
    for (int i = 0; i < turned.length; i++) {
      turned[i] = (i % 2 == 0 ? photoWidth : photoHeight) - turned[i];
    }
    return new Face(
        score, photoWidth - left - width, photoHeight - top - height, width, height, turned);
  }

  /** Returns the intersection over union (IoU) of the two boxes, in [0, 1]. */
  double overlap(Face other) {
    double across = Math.min(left + width, other.left + other.width) - Math.max(left, other.left);
    double down = Math.min(top + height, other.top + other.height) - Math.max(top, other.top);
    if (across <= 0 || down <= 0) {
      return 0;
    }
    return across * down / (area() + other.area() - across * down);
  }
}

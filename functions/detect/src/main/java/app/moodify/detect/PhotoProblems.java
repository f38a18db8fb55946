package app.moodify.detect;

import app.moodify.core.photo.PhotoFault;
import app.moodify.http.Problem;

/** Maps why a photo is not read to an HTTP problem. */
final class PhotoProblems {
  private PhotoProblems() {}

  static Problem of(PhotoFault fault) {
    return new Problem(status(fault), fault.code(), fault.message());
  }

  /** More photos at once than wait their turn; those before them take about a second. */
  static Problem busy() {
    return new Problem(
            429, "busy", "Too many photos are being read just now. Please try again in 2 seconds.")
        .with("Retry-After", "2");
  }

  private static int status(PhotoFault fault) {
    return switch (fault) {
      case EMPTY -> 400;
      case TOO_MANY_BYTES -> 413;
      case NOT_AN_IMAGE, HEIC_UNSUPPORTED, SVG_UNSUPPORTED, FORMAT_UNSUPPORTED -> 415;
      case TOO_MANY_PIXELS, TOO_COSTLY, DAMAGED -> 422;
    };
  }
}

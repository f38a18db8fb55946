package app.moodify.detect;

import app.moodify.core.mood.MoodError;
import app.moodify.core.photo.PhotoFault;
import app.moodify.http.Problem;

/** Maps what is wrong with a photo to an HTTP problem. */
final class PhotoProblems {
  private PhotoProblems() {}

  static Problem of(PhotoFault fault) {
    return new Problem(status(fault), fault.code(), fault.message());
  }

  static Problem noConsent() {
    return new Problem(
        403,
        MoodError.NO_CONSENT.code(),
        "Photos are read only if you agree. Agree on the page, or with POST /api/v1/consents.");
  }

  private static int status(PhotoFault fault) {
    return switch (fault) {
      case EMPTY -> 400;
      case TOO_MANY_BYTES -> 413;
      case NOT_AN_IMAGE,
          HEIC_UNSUPPORTED,
          AVIF_UNSUPPORTED,
          JPEG_XL_UNSUPPORTED,
          JPEG_2000_UNSUPPORTED,
          TIFF_UNSUPPORTED,
          ICON_UNSUPPORTED,
          SVG_UNSUPPORTED,
          PDF_UNSUPPORTED,
          VIDEO_UNSUPPORTED,
          FORMAT_UNSUPPORTED ->
          415;
      case TOO_MANY_PIXELS, TOO_COSTLY, DAMAGED -> 422;
    };
  }
}

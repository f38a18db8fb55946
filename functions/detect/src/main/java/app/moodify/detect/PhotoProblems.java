package app.moodify.detect;

import app.moodify.core.mood.MoodError;
import app.moodify.core.photo.PhotoFault;
import app.moodify.http.Problem;

/** Maps why a photo is not read to an HTTP problem. */
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

package app.moodify.detect;

/** What a photo may be before it is looked at. */
final class PhotoLimits {
  /** 10 MB, the same as in the storage rules. */
  static final int MAX_BYTES = 10 * 1024 * 1024;

  /** 32 MB: Cloud Functions of the 2nd generation let no larger request through. */
  static final int MAX_REQUEST_BYTES = 32 * 1024 * 1024;

  private PhotoLimits() {}
}

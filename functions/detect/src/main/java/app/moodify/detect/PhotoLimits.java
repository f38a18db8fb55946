package app.moodify.detect;

/** What a photo may be before it is looked at. */
final class PhotoLimits {
  /** 10 MB, the same as in the storage rules. */
  static final int MAX_BYTES = 10 * 1024 * 1024;

  private PhotoLimits() {}
}

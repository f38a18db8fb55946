package app.moodify.core.photo;

import app.moodify.core.mood.PhotoAnalysis;

/** Reads the expression of the largest clear face in a photo. Implementations are thread-safe. */
public interface PhotoAnalyzer extends AutoCloseable {
  /** The largest photo that is read, in bytes: 10 MB, the same as in the storage rules. */
  int MAX_BYTES = 10 * 1024 * 1024;

  /**
   * Analyzes one photo, in turn with those of other people: nobody's many photos make the others
   * wait.
   *
   * @param photo the bytes of a JPEG, PNG, WebP, GIF or BMP file; not changed
   * @param uid whose photo it is
   * @throws UnreadablePhotoException if the photo itself is at fault; trying again cannot help
   * @throws AnalyzerBusyException if too many photos are waiting already; trying again helps
   */
  PhotoAnalysis analyze(byte[] photo, String uid) throws UnreadablePhotoException;

  /** Frees the native memory. Later calls of {@link #analyze} fail. */
  @Override
  void close();
}

package app.moodify.core.photo;

import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.mood.PhotoReference;

/**
 * The tokens that Firebase gives to each uploaded object: a link with one opens the object for
 * whoever has it, past the rules and without a sign-in, for as long as the token is there.
 * Implementations are thread-safe; every method throws {@link ServiceUnavailableException} if the
 * store cannot be reached.
 */
public interface DownloadTokens {

  /**
   * Removes all tokens of an object, so that no link opens it any more. Idempotent; does nothing if
   * the object is gone or has another generation by now.
   */
  void remove(PhotoReference object);
}

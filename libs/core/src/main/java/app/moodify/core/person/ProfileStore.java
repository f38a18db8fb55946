package app.moodify.core.person;

import app.moodify.core.ServiceUnavailableException;

/** What people have chosen for themselves. Implementations are thread-safe. */
public interface ProfileStore {

  /**
   * Returns whether this person wants their photos kept. False unless they said so.
   *
   * @throws ServiceUnavailableException if the store cannot be reached
   */
  boolean keepsPhotos(String uid);
}

package app.moodify.core.music;

import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.mood.Affect;
import java.util.Collection;
import java.util.List;

/**
 * Songs that somebody brought themselves, for all listeners of this Moodify. Implementations are
 * thread-safe; every method throws {@link ServiceUnavailableException} if the store cannot be
 * reached.
 */
public interface SongStore {

  /** Returns songs that sound about like a place, the nearest first, up to {@code size}. */
  List<Track> near(Affect place, int size);

  /** Stores songs, each in the place of the one with the same id. */
  void store(Collection<Track> songs);

  /**
   * Deletes all songs but some.
   *
   * @param ids the ids of the songs that stay
   * @return how many were deleted
   */
  int retain(Collection<String> ids);
}

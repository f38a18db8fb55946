package app.moodify.core.music;

import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.mood.MoodId;
import app.moodify.core.mood.MoodStatus;
import java.util.Optional;

/** Asks for other music for the same mood. Implementations are thread-safe. */
public interface ShuffleStore {

  /**
   * What asking came to.
   *
   * @param status where the entry stands
   * @param shuffle how many times other music was asked for, this time included, and perhaps others
   *     of the same moment; empty if the entry has no expression (yet), so that nothing was changed
   */
  record Shuffled(MoodStatus status, Optional<Integer> shuffle) {}

  /**
   * Asks once more for other music.
   *
   * @return nothing if there is no such entry
   * @throws ServiceUnavailableException if the store cannot be reached
   */
  Optional<Shuffled> shuffle(MoodId id);
}

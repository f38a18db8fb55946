package app.moodify.core.music;

import app.moodify.core.ServiceUnavailableException;
import java.time.Instant;
import java.util.List;

/**
 * What people said of the music they were given, and what was learned from it. Implementations are
 * thread-safe; every method throws {@link ServiceUnavailableException} if the store cannot be
 * reached.
 */
public interface ListenerStore {

  /**
   * Returns a person's feedback, the oldest first, and not more than the newest 500. Feedback for a
   * track that was on no playlist of theirs is left out, and so is what makes no sense.
   */
  List<Feedback> feedback(String uid);

  /**
   * Stores what was learned from a person's feedback, in the place of what was there before. Keeps
   * in mind which tracks they were given, so that {@link #feedback} knows them when their playlists
   * are gone.
   */
  void storeTaste(String uid, LearnedTaste taste, Instant at);
}

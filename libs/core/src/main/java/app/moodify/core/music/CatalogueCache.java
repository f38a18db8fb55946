package app.moodify.core.music;

import app.moodify.core.ServiceUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Answers of catalogues, kept for all instances. Implementations are thread-safe. {@link #find} and
 * {@link #settle} throw {@link ServiceUnavailableException} if the store cannot be reached.
 */
public interface CatalogueCache {

  /**
   * What a catalogue answered.
   *
   * @param tracks at least one
   * @param fetchedAt when it answered
   */
  record Answer(List<Track> tracks, Instant fetchedAt) {

    /** Copies the tracks; rejects an empty answer, which is not worth keeping. */
    public Answer {
      tracks = List.copyOf(tracks);
      if (tracks.isEmpty()) {
        throw new IllegalArgumentException("An empty answer is not kept");
      }
    }
  }

  /**
   * Returns the newest answer, however old it is, or nothing if there is none that is newer than
   * what is at hand, or it makes no sense.
   *
   * @param key the catalogue and the question, such as {@code jamendo-calm_bright}
   * @param atHand when the catalogue gave the answer that the caller has; the epoch if it has none
   */
  Optional<Answer> find(String key, Instant atHand);

  /**
   * Begins to store an answer in the place of the one before. Nobody who waits for music waits for
   * this: {@link #settle} does, once the music is there.
   *
   * @param expiresAt from when on the store may delete it
   */
  void store(String key, Answer answer, Instant expiresAt);

  /** Returns when all that was begun is stored: a function is put to sleep once it has answered. */
  void settle();
}

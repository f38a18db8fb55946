package app.moodify.core.music;

import app.moodify.core.ServiceUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Responses of catalogues, shared by all instances. Implementations are thread-safe. {@link #find}
 * and {@link #flush} throw {@link ServiceUnavailableException} if the store cannot be reached.
 */
public interface CatalogueCache {

  /**
   * What a catalogue found.
   *
   * @param tracks at least one
   * @param fetchedAt when it responded
   */
  record CachedResponse(List<Track> tracks, Instant fetchedAt) {

    /** Copies the tracks; rejects an empty response, which is not worth caching. */
    public CachedResponse {
      tracks = List.copyOf(tracks);
      if (tracks.isEmpty()) {
        throw new IllegalArgumentException("An empty response is not cached");
      }
    }
  }

  /**
   * Returns the newest response, however old it is, or nothing if there is none that is newer than
   * what the caller has, or it makes no sense.
   *
   * @param key the catalogue and the region, such as {@code jamendo-calm_bright}
   * @param newerThan when the response that the caller has was fetched; the epoch if it has none
   */
  Optional<CachedResponse> find(String key, Instant newerThan);

  /**
   * Begins to store a response in the place of the one before. Nobody who waits for music waits for
   * this: {@link #flush} does, once the music is there.
   *
   * @param expiresAt from when on the store may delete it
   */
  void store(String key, CachedResponse response, Instant expiresAt);

  /** Returns when all that was begun is stored: a function is put to sleep once it has answered. */
  void flush();
}

package app.moodify.core.music;

import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.mood.MoodEntry;
import app.moodify.core.mood.MoodId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The playlists, each beside the mood entry it answers. Implementations are thread-safe; every
 * method throws {@link ServiceUnavailableException} if the store cannot be reached.
 */
public interface PlaylistStore {
  /** How many tracks of replaced playlists are remembered: those of twenty lists of fifteen. */
  int EARLIER_TRACKS = 300;

  /**
   * A mood entry and what is there for it.
   *
   * @param mood the entry; empty if there is none or it makes no sense
   * @param requestHash what the playlist answers; empty without a playlist
   * @param givenTrackIds the tracks that the person was given for the entry, the oldest first:
   *     those of the playlist, and up to {@link #EARLIER_TRACKS} of the playlists it has replaced
   */
  record MoodAndPlaylist(
      Optional<MoodEntry> mood, Optional<String> requestHash, List<String> givenTrackIds) {

    /** Copies the list. */
    public MoodAndPlaylist {
      givenTrackIds = List.copyOf(givenTrackIds);
    }

    /** Returns what music the entry asks for and does not have yet. */
    public Optional<MusicRequest> openRequest() {
      return mood.flatMap(MusicRequest::of)
          .filter(request -> !requestHash.equals(Optional.of(request.hash())));
    }
  }

  /** Reads an entry and its playlist in one look. */
  MoodAndPlaylist find(MoodId id);

  /**
   * Stores a playlist if, at this very moment, it is what the entry asks for and is not there yet.
   * Remembers which tracks were on the playlist that it replaces.
   *
   * @return whether it was stored
   */
  boolean store(MoodId id, Playlist playlist, Instant at);

  /** Deletes an entry's playlist if, at this very moment, there is no such entry. */
  void deleteWithoutMood(MoodId id);
}

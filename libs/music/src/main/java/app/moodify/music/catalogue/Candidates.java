package app.moodify.music.catalogue;

import app.moodify.core.music.Track;
import java.util.List;

/**
 * What the catalogues found.
 *
 * @param tracks each once
 * @param unavailable the names of the catalogues that could not be asked
 */
public record Candidates(List<Track> tracks, List<String> unavailable) {

  /** Copies the lists. */
  public Candidates {
    tracks = List.copyOf(tracks);
    unavailable = List.copyOf(unavailable);
  }
}

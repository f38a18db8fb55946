package app.moodify.core;

import java.util.List;

/**
 * A track on a playlist.
 *
 * @param track the music
 * @param reasons why it was chosen, the most telling first; at least one
 */
public record RecommendedTrack(Track track, List<Reason> reasons) {

  /** Rejects a track that was chosen for no reason. */
  public RecommendedTrack {
    reasons = List.copyOf(reasons);
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("Track " + track.id() + " was chosen for no reason");
    }
  }
}

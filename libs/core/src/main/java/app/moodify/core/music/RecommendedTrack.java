package app.moodify.core.music;

import java.util.List;

/**
 * A track on a playlist.
 *
 * @param track the music
 * @param reasons why it was chosen, the strongest first; one to three
 * @param propensity how likely it was, over all random seeds of the choice among the candidates
 *     that were found for the list, that this track would be on it, in (0, 1]; to weigh feedback
 *     with when another way of choosing is evaluated on it
 * @param explores whether it is in one of the places that try something new
 */
public record RecommendedTrack(
    Track track, List<Reason> reasons, double propensity, boolean explores) {

  /** Rejects a track that was chosen for no reason, or could not have been chosen. */
  public RecommendedTrack {
    reasons = List.copyOf(reasons);
    if (reasons.isEmpty() || reasons.size() > 3) {
      throw new IllegalArgumentException(
          "Track " + track.id() + " needs one to three reasons, not " + reasons.size());
    }
    if (!(propensity > 0 && propensity <= 1)) {
      throw new IllegalArgumentException("A propensity must be in (0, 1] but is " + propensity);
    }
  }
}

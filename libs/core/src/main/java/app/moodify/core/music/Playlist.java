package app.moodify.core.music;

import app.moodify.core.mood.Affect;
import app.moodify.core.mood.Emotion;
import app.moodify.core.mood.Goal;
import java.util.List;

/**
 * Music for a mood.
 *
 * @param goal what it is to do
 * @param emotion the expression it answers
 * @param target what it is to sound like in the end
 * @param tracks the music, in the order of playing
 * @param sources the catalogues it comes from
 * @param unavailable the catalogues that could not be asked
 * @param requestHash the {@link MusicRequest#hash()} of what was asked for
 */
public record Playlist(
    Goal goal,
    Emotion emotion,
    Affect target,
    List<RecommendedTrack> tracks,
    List<String> sources,
    List<String> unavailable,
    String requestHash) {

  /** Copies the lists. */
  public Playlist {
    tracks = List.copyOf(tracks);
    sources = List.copyOf(sources);
    unavailable = List.copyOf(unavailable);
  }
}

package app.moodify.core.music;

import app.moodify.core.mood.Affect;
import java.util.List;

/**
 * A part of the plane of valence and arousal, with the words that catalogues have for its music.
 * There are few regions, so that the response of a catalogue for one can be cached.
 *
 * @param key its name, such as {@code calm_bright}: small letters and underscores
 * @param place its middle
 * @param tags free tags, as Jamendo knows them
 * @param moods names of moods, as Audius knows them
 * @param speeds how fast its music is
 */
public record MusicRegion(
    String key, Affect place, List<String> tags, List<String> moods, List<Speed> speeds) {

  /** Copies the lists. */
  public MusicRegion {
    tags = List.copyOf(tags);
    moods = List.copyOf(moods);
    speeds = List.copyOf(speeds);
  }
}

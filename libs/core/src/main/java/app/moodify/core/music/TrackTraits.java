package app.moodify.core.music;

import java.util.List;
import java.util.Optional;

/**
 * What a catalogue says of a track's sound. Tastes are learned from it.
 *
 * @param genre the genre in the catalogue's own word, such as {@code Hip-Hop/Rap}
 * @param tags moods and themes in the catalogue's own words, in lower case, the most important
 *     first
 * @param speed how fast it is
 * @param instrumental whether it goes without a voice
 */
public record TrackTraits(
    Optional<String> genre,
    List<String> tags,
    Optional<Speed> speed,
    Optional<Boolean> instrumental) {

  /** For a track of which nothing is said. */
  public static final TrackTraits NONE =
      new TrackTraits(Optional.empty(), List.of(), Optional.empty(), Optional.empty());

  /** Copies the tags. */
  public TrackTraits {
    tags = List.copyOf(tags);
  }
}

package app.moodify.core.music;

import app.moodify.core.mood.Affect;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A piece of music of some catalogue. Has a recipe or links, so that it can be heard.
 *
 * @param id unique over all catalogues, and usable as a Firestore document id, such as {@code
 *     jamendo-1234}
 * @param source the catalogue's name
 * @param title its title
 * @param artist who made it, as shown to the person
 * @param artistId who made it, unique over all catalogues; empty for music that the page makes
 *     itself, behind which stands no artist to like or dislike
 * @param durationSeconds how long it lasts
 * @param affect what it sounds like
 * @param traits what else the catalogue says of its sound
 * @param popularity its rank by popularity among the tracks of its source, from 0, the least, to 1;
 *     0.5 where the source does not say
 * @param released when it came out; empty where the source does not say
 * @param recipe how to make it; for music that the page makes itself
 * @param links where to hear it; for music of other catalogues
 */
public record Track(
    String id,
    String source,
    String title,
    String artist,
    Optional<String> artistId,
    int durationSeconds,
    Affect affect,
    TrackTraits traits,
    double popularity,
    Optional<LocalDate> released,
    Optional<Recipe> recipe,
    Optional<TrackLinks> links) {

  /** Rejects a popularity outside of [0, 1]. */
  public Track {
    if (!(popularity >= 0 && popularity <= 1)) {
      throw new IllegalArgumentException("Popularity must be in [0, 1] but is " + popularity);
    }
  }
}

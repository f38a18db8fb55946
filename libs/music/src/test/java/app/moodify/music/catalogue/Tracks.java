package app.moodify.music.catalogue;

import app.moodify.core.mood.Affect;
import app.moodify.core.music.Track;
import app.moodify.core.music.TrackTraits;
import java.util.Optional;

/** Tracks for tests. */
final class Tracks {
  private Tracks() {}

  static Track named(String title) {
    return new Track(
        "scripted-" + title,
        "Scripted",
        title,
        "Somebody",
        Optional.empty(),
        180,
        new Affect(0, 0),
        TrackTraits.NONE,
        Popularity.UNKNOWN,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}

package app.moodify.music;

import app.moodify.core.Affect;
import app.moodify.core.MusicRequest;
import app.moodify.core.Reason;
import app.moodify.core.Track;
import java.util.ArrayList;
import java.util.List;

/** Finds out why a track is a good answer to a request; every reason is true of the track. */
final class Explanation {
  /** Places this near each other sound alike: an eighth of the plane's diagonal, about. */
  private static final double NEAR = 0.4;

  /** From here on, a track has a character that is worth a word. */
  private static final double MARKED = 0.35;

  private Explanation() {}

  /**
   * Returns the reasons, the one for the goal first. At least one: else how far the track leads.
   */
  static List<Reason> of(Track track, MusicRequest request) {
    Affect music = track.affect();
    Affect mood = request.scores().affect();
    List<Reason> reasons = new ArrayList<>();
    switch (request.goal()) {
      case MATCH -> addIf(reasons, music.distanceTo(mood) <= NEAR, Reason.FITS_EXPRESSION);
      case LIFT -> addIf(reasons, energy(music) > energy(mood), Reason.LIFTS_MOOD);
      case CALM -> addIf(reasons, music.arousal() < mood.arousal(), Reason.CALMS_DOWN);
      default -> throw new IllegalArgumentException("No reasons for the goal " + request.goal());
    }
    addIf(reasons, music.arousal() >= MARKED, Reason.ENERGETIC);
    addIf(reasons, music.arousal() <= -MARKED, Reason.GENTLE);
    addIf(reasons, music.valence() >= MARKED, Reason.BRIGHT);
    addIf(reasons, music.valence() <= -MARKED, Reason.DARK);
    if (reasons.isEmpty()) {
      reasons.add(leaning(music));
    }
    return reasons;
  }

  /** Lifting is more pleasant, livelier, or both: what counts is the sum. */
  private static double energy(Affect affect) {
    return affect.valence() + affect.arousal();
  }

  /** A track in the middle of the plane is named by the side it leans to. */
  private static Reason leaning(Affect music) {
    if (Math.abs(music.arousal()) >= Math.abs(music.valence())) {
      return music.arousal() > 0 ? Reason.ENERGETIC : Reason.GENTLE;
    }
    return music.valence() > 0 ? Reason.BRIGHT : Reason.DARK;
  }

  private static void addIf(List<Reason> reasons, boolean holds, Reason reason) {
    if (holds) {
      reasons.add(reason);
    }
  }
}

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
    List<Reason.Code> reasons = new ArrayList<>();
    switch (request.goal()) {
      case MATCH -> addIf(reasons, music.distanceTo(mood) <= NEAR, Reason.Code.FITS_EXPRESSION);
      case LIFT -> addIf(reasons, energy(music) > energy(mood), Reason.Code.LIFTS_MOOD);
      case CALM -> addIf(reasons, music.arousal() < mood.arousal(), Reason.Code.CALMS_DOWN);
      default -> throw new IllegalArgumentException("No reasons for the goal " + request.goal());
    }
    addIf(reasons, music.arousal() >= MARKED, Reason.Code.ENERGETIC);
    addIf(reasons, music.arousal() <= -MARKED, Reason.Code.GENTLE);
    addIf(reasons, music.valence() >= MARKED, Reason.Code.BRIGHT);
    addIf(reasons, music.valence() <= -MARKED, Reason.Code.DARK);
    if (reasons.isEmpty()) {
      reasons.add(leaning(music));
    }
    return reasons.stream().map(Reason::of).toList();
  }

  /** Lifting is more pleasant, livelier, or both: what counts is the sum. */
  private static double energy(Affect affect) {
    return affect.valence() + affect.arousal();
  }

  /** A track in the middle of the plane is named by the side it leans to. */
  private static Reason.Code leaning(Affect music) {
    if (Math.abs(music.arousal()) >= Math.abs(music.valence())) {
      return music.arousal() > 0 ? Reason.Code.ENERGETIC : Reason.Code.GENTLE;
    }
    return music.valence() > 0 ? Reason.Code.BRIGHT : Reason.Code.DARK;
  }

  private static void addIf(List<Reason.Code> reasons, boolean holds, Reason.Code reason) {
    if (holds) {
      reasons.add(reason);
    }
  }
}

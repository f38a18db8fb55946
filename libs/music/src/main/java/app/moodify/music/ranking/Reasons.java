package app.moodify.music.ranking;

import app.moodify.core.mood.Affect;
import app.moodify.core.music.MusicRequest;
import app.moodify.core.music.Reason;
import app.moodify.core.music.Reason.Code;
import app.moodify.music.affect.Target;
import app.moodify.music.taste.Listener;
import app.moodify.music.taste.PosteriorSample;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out why a track was chosen: each reason is true of the track, and raised its score. */
final class Reasons {
  private static final int MOST = 3;

  /** Places this near each other sound similar: an eighth of the plane's diagonal, about. */
  private static final double NEAR = 0.4;

  private final MusicRequest request;
  private final Target target;
  private final Affect mood;
  private final ScoreContribution contribution;

  /**
   * Prepares to explain a list.
   *
   * @param pool what its tracks were chosen from
   * @param sample of the taste, which they were chosen by
   */
  Reasons(
      List<Candidate> pool,
      MusicRequest request,
      Target target,
      Listener listener,
      PosteriorSample sample,
      RankingPolicy policy) {
    this.request = request;
    this.target = target;
    this.mood = request.scores().affect();
    this.contribution = new ScoreContribution(pool, request.emotion(), listener, sample, policy);
  }

  /** Returns one to three reasons, the strongest first. */
  List<Reason> of(Candidate chosen, int step, boolean explores) {
    Set<Reason> reasons = new LinkedHashSet<>();
    if (explores) {
      reasons.add(Reason.of(Code.SOMETHING_NEW));
    }
    ofGoal(chosen.track().affect()).map(Reason::of).ifPresent(reasons::add);
    contribution.of(chosen).stream().limit(MOST - 1).forEach(reasons::add);
    reasons.addAll(SoundReasons.of(chosen.track(), target.steps().get(step)));
    if (reasons.isEmpty()) {
      reasons.add(Reason.of(SoundReasons.leaning(chosen.track().affect())));
    }
    return new ArrayList<>(reasons).subList(0, Math.min(MOST, reasons.size()));
  }

  private Optional<Code> ofGoal(Affect music) {
    boolean near = music.distanceTo(mood) <= NEAR;
    return switch (request.goal()) {
      case MATCH -> Optional.of(Code.FITS_EXPRESSION).filter(code -> near);
      case LIFT ->
          near && target.steps().size() > 1
              ? Optional.of(Code.STARTS_NEAR)
              : Optional.of(Code.LIFTS_MOOD).filter(code -> energy(music) > energy(mood));
      case CALM -> Optional.of(Code.CALMS_DOWN).filter(code -> music.arousal() < mood.arousal());
    };
  }

  /** Lifting is more pleasant, livelier, or both: what counts is the sum. */
  private static double energy(Affect affect) {
    return affect.valence() + affect.arousal();
  }
}

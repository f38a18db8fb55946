package app.moodify.music.affect;

import app.moodify.core.mood.Affect;
import app.moodify.core.mood.Emotion;
import app.moodify.core.mood.EmotionScores;
import app.moodify.core.mood.Goal;
import app.moodify.core.music.MusicRegion;
import app.moodify.core.music.MusicRequest;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Where the music for a request should lie in the plane of valence and arousal: one place, or steps
 * from the expression to the goal.
 *
 * @param steps where the music should lie, from the first track to the last; at least one
 */
public record Target(List<Affect> steps) {
  /**
   * How many steps lead from an unpleasant state to a lifted mood: music that begins like the mood
   * and changes gradually helps at least as well as music of another mood at once (the
   * iso-principle; Starcke and others, 2021).
   */
  private static final int LIFT_STEPS = 4;

  /**
   * When the music is at the goal, in seconds: by time, since tracks are not equally long. Ours.
   */
  private static final int SECONDS_TO_GOAL = 600;

  /** How many regions are asked for around a single place, so that there is a choice. */
  private static final int REGIONS_AROUND = 2;

  /** Copies the steps. */
  public Target {
    steps = List.copyOf(steps);
  }

  /** Returns the target of a request. */
  public static Target of(MusicRequest request) {
    Affect end = place(request.scores(), request.goal());
    Affect start = place(request.scores(), Goal.MATCH);
    if (request.goal() != Goal.LIFT || start.valence() >= 0) {
      return new Target(List.of(end));
    }
    return new Target(
        IntStream.range(0, LIFT_STEPS)
            .mapToObj(step -> between(start, end, step / (LIFT_STEPS - 1.0)))
            .toList());
  }

  /** Returns what the music is to sound like in the end. */
  public Affect end() {
    return steps.get(steps.size() - 1);
  }

  /**
   * Returns which of the steps a track belongs to that begins after this many seconds of music. All
   * steps last equally long, so that the last, the goal, has been reached after ten minutes.
   */
  public int stepAt(int elapsedSeconds) {
    return Math.min(steps.size() - 1, elapsedSeconds * steps.size() / SECONDS_TO_GOAL);
  }

  /**
   * Returns the parts of the plane to look for music in, the last step's first, each with the place
   * in it that is wanted.
   */
  public Map<MusicRegion, Affect> places() {
    Map<MusicRegion, Affect> places = new LinkedHashMap<>();
    int around = steps.size() == 1 ? REGIONS_AROUND : 1;
    for (int step = steps.size() - 1; step >= 0; step--) {
      Affect place = steps.get(step);
      AffectTables.STANDARD.regions().stream()
          .sorted(Comparator.comparingDouble(region -> region.place().distanceTo(place)))
          .limit(around)
          .forEach(region -> places.putIfAbsent(region, place));
    }
    return places;
  }

  /**
   * Returns the mean of the emotions' places, weighted by their probabilities, and pulled to the
   * place of neutral by the square of how evenly the scores are spread (their entropy as a share of
   * the largest possible). Scores on one emotion are not pulled at all, equal scores all the way:
   * music for an expression that could be anything does as little as it can do wrong. That it is
   * the square is ours.
   */
  private static Affect place(EmotionScores scores, Goal goal) {
    double valence = 0;
    double arousal = 0;
    for (Emotion emotion : Emotion.values()) {
      Affect place = AffectTables.STANDARD.place(emotion, goal);
      valence += scores.of(emotion) * place.valence();
      arousal += scores.of(emotion) * place.arousal();
    }
    // Scores may add up to a thousandth more than 1.
    Affect expected = new Affect(clamp(valence), clamp(arousal));
    double share = Math.pow(spread(scores), 2);
    return between(expected, AffectTables.STANDARD.place(Emotion.NEUTRAL, goal), share);
  }

  /** Shannon's entropy over its maximum, ln 7: 0 for one certain emotion, 1 for equal scores. */
  private static double spread(EmotionScores scores) {
    double entropy = 0;
    for (double score : scores.byEmotion().values()) {
      entropy -= score > 0 ? score * Math.log(score) : 0;
    }
    return Math.max(0, Math.min(1, entropy / Math.log(Emotion.values().length)));
  }

  private static Affect between(Affect from, Affect to, double share) {
    return new Affect(
        from.valence() + share * (to.valence() - from.valence()),
        from.arousal() + share * (to.arousal() - from.arousal()));
  }

  private static double clamp(double coordinate) {
    return Math.max(-1, Math.min(1, coordinate));
  }
}

package app.moodify.music.affect;

import app.moodify.core.mood.Affect;
import app.moodify.core.music.Speed;
import java.util.Collection;
import java.util.Optional;

/** Finds out from a catalogue's words what a track sounds like. */
public final class AffectEstimate {
  /** A word for the mood says as much as a tag, and so does a tempo. Ours. */
  private static final double MOOD_WEIGHT = 1;

  private static final double TAG_WEIGHT = 1;
  private static final double SPEED_WEIGHT = 1;

  /**
   * How much what the track was found by counts against its own words. Ours: with more of it, in
   * {@code ./moodify compare-music}, tracks of which little is known were taken for near.
   */
  private static final double FALLBACK_WEIGHT = 0.25;

  private double valence;
  private double valenceWeight;
  private double arousal;
  private double arousalWeight;

  private AffectEstimate() {}

  /**
   * Returns the weighted mean of what the words and the speed say. The fewer of them are known, the
   * nearer the result is to the fallback; without any it is the fallback.
   *
   * @param tags free tags; unknown ones say nothing
   * @param mood one of Audius's moods; an unknown one says nothing
   * @param speed says something of arousal only (van der Zwaag and others, 2011)
   * @param fallback where the track was looked for, the place of the query's region
   */
  public static Affect of(
      Collection<String> tags, Optional<String> mood, Optional<Speed> speed, Affect fallback) {
    AffectTables tables = AffectTables.STANDARD;
    AffectEstimate estimate = new AffectEstimate();
    estimate.add(fallback, FALLBACK_WEIGHT);
    estimate.addTags(tags);
    mood.flatMap(tables::mood).ifPresent(place -> estimate.add(place, MOOD_WEIGHT));
    speed.ifPresent(known -> estimate.addArousal(tables.arousal(known), SPEED_WEIGHT));
    return estimate.mean();
  }

  /**
   * Returns the mean of what tags say, or nothing if none of them is known. For music that was not
   * looked for, so that only its words say what it sounds like.
   */
  public static Optional<Affect> ofTags(Collection<String> tags) {
    AffectEstimate estimate = new AffectEstimate();
    estimate.addTags(tags);
    return estimate.valenceWeight == 0 ? Optional.empty() : Optional.of(estimate.mean());
  }

  private Affect mean() {
    return new Affect(valence / valenceWeight, arousal / arousalWeight);
  }

  private void addTags(Collection<String> tags) {
    tags.stream()
        .flatMap(tag -> AffectTables.STANDARD.tag(tag).stream())
        .forEach(place -> add(place, TAG_WEIGHT));
  }

  private void add(Affect place, double weight) {
    valence += weight * place.valence();
    valenceWeight += weight;
    addArousal(place.arousal(), weight);
  }

  private void addArousal(double value, double weight) {
    arousal += weight * value;
    arousalWeight += weight;
  }
}

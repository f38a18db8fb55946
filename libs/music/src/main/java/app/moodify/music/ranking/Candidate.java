package app.moodify.music.ranking;

import app.moodify.core.mood.Affect;
import app.moodify.core.music.Track;
import app.moodify.music.affect.GenreFamilies;
import app.moodify.music.affect.Target;
import app.moodify.music.taste.Feature;
import app.moodify.music.taste.Listener;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A track that may be chosen, with all of its scores that do not depend on what else is chosen.
 *
 * @param track the music
 * @param features what a taste for it is learned by
 * @param family the family of its genre
 * @param tags for its similarity to others
 * @param fits how near it is to each step of the target, in [0, 1]
 * @param freshness how new it is, to the person and at all, in [0, 1]
 * @param hardlyTried whether it has a genre or a tag that the person has said next to nothing of
 */
record Candidate(
    Track track,
    List<Feature> features,
    Optional<String> family,
    Set<String> tags,
    double[] fits,
    double freshness,
    boolean hardlyTried) {

  /**
   * Arousal is recognized more reliably than valence, by people and from music (Yang and Chen,
   * 2012).
   */
  private static final double AROUSAL_WEIGHT = 0.6;

  private static final double VALENCE_WEIGHT = 1 - AROUSAL_WEIGHT;

  /** A track this old, in years, counts half as new. Ours. */
  private static final double HALF_NEW_YEARS = 2;

  /** Less feedback than this is next to nothing: one skip a while ago. */
  private static final double HARDLY_TRIED = 1;

  static Candidate of(Track track, Target target, Listener listener) {
    List<Feature> features = Feature.of(track.source(), track.traits());
    return new Candidate(
        track,
        features,
        GenreFamilies.of(track),
        new HashSet<>(track.traits().tags()),
        target.steps().stream().mapToDouble(step -> fit(track.affect(), step)).toArray(),
        (listener.novelty(track) + recency(track, listener)) / 2,
        features.stream().anyMatch(feature -> hardlyTried(feature, listener)));
  }

  /** Returns who made it: the id, or the name where the catalogue gives no id. */
  String artistKey() {
    return track.artistId().orElse(track.artist());
  }

  /** 1 in the place itself, 0 at a distance of 1, and below 0 further off. */
  private static double fit(Affect music, Affect place) {
    double valence = music.valence() - place.valence();
    double arousal = music.arousal() - place.arousal();
    return 1 - Math.sqrt(VALENCE_WEIGHT * valence * valence + AROUSAL_WEIGHT * arousal * arousal);
  }

  private static double recency(Track track, Listener listener) {
    LocalDate today = LocalDate.ofInstant(listener.now(), ZoneOffset.UTC);
    return track
        .released()
        .map(released -> Math.max(0, ChronoUnit.DAYS.between(released, today)) / 365.25)
        .map(years -> Math.pow(0.5, years / HALF_NEW_YEARS))
        .orElse(0.5);
  }

  private static boolean hardlyTried(Feature feature, Listener listener) {
    return switch (feature.kind()) {
      case TAG, GENRE -> listener.taste().overall(feature).amount() < HARDLY_TRIED;
      case SPEED, VOICE, SOURCE -> false;
    };
  }
}

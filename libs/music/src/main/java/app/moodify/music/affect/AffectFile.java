package app.moodify.music.affect;

import java.util.List;
import java.util.Map;

/**
 * {@code affect.json} as it is written. Every row's {@code source} is a key of {@code sources}; a
 * place is an array of valence and arousal.
 */
record AffectFile(
    Map<String, String> sources,
    List<EmotionRow> match,
    List<EmotionRow> lift,
    List<EmotionRow> calm,
    List<RegionRow> regions,
    List<SpeedsToAskForRow> speedsToAskFor,
    List<SpeedRow> speeds,
    List<MoodRow> moods,
    List<TagRow> tags,
    List<GenreRow> genres) {

  /** Where music for an emotion should lie. */
  record EmotionRow(String emotion, double[] affect, String source) {}

  /** A part of the plane, and the catalogues' words for it. */
  record RegionRow(
      String region, double[] affect, List<String> tags, List<String> moods, String source) {}

  /** The speeds to ask for where the arousal is below a limit, and not below the row before. */
  record SpeedsToAskForRow(double arousalBelow, List<String> speeds, String source) {}

  /** How aroused music of a speed sounds. */
  record SpeedRow(String speed, double arousal, String source) {}

  /** Where music of one of Audius's moods lies. */
  record MoodRow(String mood, double[] affect, String source) {}

  /** Where music with a free tag lies. */
  record TagRow(String tag, double[] affect, String source) {}

  /** Genres, in the catalogues' words, that count as one family. */
  record GenreRow(String family, List<String> words, String source) {}
}

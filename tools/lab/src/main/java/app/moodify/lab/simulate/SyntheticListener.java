package app.moodify.lab.simulate;

import app.moodify.core.mood.Affect;
import app.moodify.core.mood.Emotion;
import app.moodify.core.music.Feedback;
import app.moodify.core.music.Feedback.Opinion;
import app.moodify.core.music.Speed;
import app.moodify.core.music.Track;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * A synthetic listener: likes some genres, words, speeds and voices more than others, some genres
 * only under some expressions, and music that fits. All of it is random, and hidden from what
 * chooses the music.
 */
final class SyntheticListener {
  /** Standard deviations of the likings, as logits. */
  private static final double GENRE = 1.0;

  private static final double GENRE_UNDER_EMOTION = 0.5;
  private static final double WORD = 0.5;
  private static final double SPEED = 0.4;
  private static final double VOICE = 0.4;

  /** Without any liking, and with music that fits halfway, four of ten songs are liked. */
  private static final double BASE = -0.4;

  private static final double FIT = 1.0;

  private final long seed;
  private final SplittableRandom random;
  private final Map<Genre, Double> genres = new EnumMap<>(Genre.class);
  private final Map<Emotion, Map<Genre, Double>> genresByEmotion = new EnumMap<>(Emotion.class);
  private final Map<Speed, Double> speeds = new EnumMap<>(Speed.class);
  private final double instrumental;

  SyntheticListener(long seed) {
    this.seed = seed;
    random = new SplittableRandom(seed);
    for (Genre genre : Genre.values()) {
      genres.put(genre, GENRE * random.nextGaussian());
    }
    for (Emotion emotion : Emotion.values()) {
      Map<Genre, Double> likings = new EnumMap<>(Genre.class);
      for (Genre genre : Genre.values()) {
        likings.put(genre, GENRE_UNDER_EMOTION * random.nextGaussian());
      }
      genresByEmotion.put(emotion, likings);
    }
    for (Speed speed : Speed.values()) {
      speeds.put(speed, SPEED * random.nextGaussian());
    }
    instrumental = VOICE * random.nextGaussian();
  }

  /** Returns how likely the listener likes a song in a mood for which this is the right sound. */
  double likes(Song song, Emotion emotion, Affect right) {
    double logit =
        BASE
            + FIT * (0.5 - song.affect().distanceTo(right))
            + genres.get(song.genre())
            + genresByEmotion.get(emotion).get(song.genre())
            + speeds.get(song.speed())
            + (song.instrumental() ? instrumental : -instrumental);
    for (String word : song.tags()) {
      logit += word(word) / song.tags().size();
    }
    return 1 / (1 + Math.exp(-logit));
  }

  /** Returns what the listener does with a track that they heard. */
  Feedback hear(Track track, Song song, Emotion emotion, Affect right, Instant at) {
    boolean liked = random.nextDouble() < likes(song, emotion, right);
    boolean outspoken = random.nextDouble() < (liked ? 0.5 : 0.25);
    Opinion verdict =
        liked
            ? (outspoken ? Opinion.LIKE : Opinion.PLAYED)
            : (outspoken ? Opinion.DISLIKE : Opinion.SKIP);
    return new Feedback(
        track.id(),
        track.source(),
        track.artistId(),
        track.traits(),
        verdict,
        OptionalDouble.of(liked ? 0.9 : 0.1),
        Optional.of(emotion),
        at);
  }

  private double word(String word) {
    return WORD * new SplittableRandom(seed ^ word.hashCode()).nextGaussian();
  }
}

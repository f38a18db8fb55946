package app.moodify.lab.simulate;

import app.moodify.core.mood.Affect;
import app.moodify.core.music.Speed;
import app.moodify.music.affect.MoodWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Generates synthetic songs. What a word means to those who tag songs deviates at random from what
 * Moodify's tables say, and some tags and moods are simply wrong: a catalogue that agrees with the
 * tables would flatter whoever uses them.
 */
final class SongGenerator {
  /** Mood tags that Jamendo has in numbers, and Audius's moods. */
  private static final List<String> TAGS =
      List.of(
          """
          happy, energetic, relaxing, emotional, melodic, dark, epic, dream, love, inspiring, sad,
          meditative, uplifting, motivational, romantic, positive, fun, soft, calm, upbeat,
          melancholic, slow, ballad, dramatic, party, cool, powerful, hopeful, groovy, heavy,
          mellow, deep, film"""
              .split(",\\s+"));

  private static final List<String> MOODS =
      List.of(
          """
          Peaceful, Romantic, Sentimental, Tender, Easygoing, Yearning, Sophisticated, Sensual,
          Cool, Gritty, Melancholy, Serious, Brooding, Fiery, Defiant, Aggressive, Rowdy, Excited,
          Energizing, Empowering, Stirring, Upbeat"""
              .split(",\\s+"));

  private static final int SONGS_OF_AN_ARTIST = 5;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final int OLDEST_DAYS = 3650;

  /** Standard deviations, in the plane of valence and arousal. */
  private static final double ARTIST_SPREAD = 0.3;

  private static final double SONG_SPREAD = 0.25;
  private static final double WORD_ERROR = 0.2;
  private static final double TEMPO_ERROR = 0.3;

  /** How near to a song the words that people find for it are. */
  private static final double WORD_REACH = 0.3;

  private static final double WRONG_WORD = 0.1;

  private final SplittableRandom random;
  private final Map<String, Affect> meanings = new HashMap<>();

  SongGenerator(long seed) {
    random = new SplittableRandom(seed);
    for (String word : TAGS) {
      meanings.put(word, scattered(MoodWords.placeOf(word).orElseThrow(), WORD_ERROR));
    }
    for (String word : MOODS) {
      meanings.put(word, scattered(MoodWords.placeOf(word).orElseThrow(), WORD_ERROR));
    }
  }

  /** Returns songs with ids that begin with the prefix, from the most to the least popular. */
  List<Song> generate(String prefix, int count) {
    List<Song> songs = new ArrayList<>();
    while (songs.size() < count) {
      Genre genre = genre();
      Affect style = scattered(genre.place(), ARTIST_SPREAD);
      boolean instrumental = random.nextDouble() < 0.5;
      String artist = prefix + "-artist-" + songs.size();
      int many = 1 + random.nextInt(2 * SONGS_OF_AN_ARTIST - 1);
      for (int song = 0; song < many && songs.size() < count; song++) {
        songs.add(song(prefix + "-" + songs.size(), artist, genre, style, instrumental));
      }
    }
    return songs;
  }

  private Song song(String id, String artist, Genre genre, Affect style, boolean instrumental) {
    Affect affect = scattered(style, SONG_SPREAD);
    int words = 2 + random.nextInt(3);
    return new Song(
        id,
        artist,
        affect,
        genre,
        IntStream.range(0, words).mapToObj(nth -> word(TAGS, affect)).distinct().toList(),
        word(MOODS, affect),
        speed(affect),
        instrumental,
        random.nextDouble(),
        TODAY.minusDays(random.nextInt(OLDEST_DAYS)));
  }

  private Genre genre() {
    int drawn = random.nextInt(Arrays.stream(Genre.values()).mapToInt(Genre::share).sum());
    for (Genre genre : Genre.values()) {
      drawn -= genre.share();
      if (drawn < 0) {
        return genre;
      }
    }
    throw new IllegalStateException("The shares do not add up");
  }

  private String word(List<String> words, Affect affect) {
    if (random.nextDouble() < WRONG_WORD) {
      return words.get(random.nextInt(words.size()));
    }
    double[] weights =
        words.stream()
            .mapToDouble(word -> meanings.get(word).distanceTo(affect) / WORD_REACH)
            .map(distance -> Math.exp(-distance * distance / 2))
            .toArray();
    double drawn = random.nextDouble() * Arrays.stream(weights).sum();
    int index = 0;
    while (index < weights.length - 1 && drawn >= weights[index]) {
      drawn -= weights[index];
      index++;
    }
    return words.get(index);
  }

  private Speed speed(Affect affect) {
    double tempo = affect.arousal() + TEMPO_ERROR * random.nextGaussian();
    int nth = (int) Math.floor((tempo + 1) / 2 * Speed.values().length);
    return Speed.values()[Math.max(0, Math.min(Speed.values().length - 1, nth))];
  }

  private Affect scattered(Affect place, double spread) {
    return new Affect(
        clamp(place.valence() + spread * random.nextGaussian()),
        clamp(place.arousal() + spread * random.nextGaussian()));
  }

  private static double clamp(double value) {
    return Math.max(-1, Math.min(1, value));
  }
}

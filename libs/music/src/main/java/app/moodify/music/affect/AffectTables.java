package app.moodify.music.affect;

import app.moodify.core.mood.Affect;
import app.moodify.core.mood.Emotion;
import app.moodify.core.mood.Goal;
import app.moodify.core.music.MusicRegion;
import app.moodify.core.music.Speed;
import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** The tables of {@code affect.json}: where emotions, words and speeds lie. Immutable. */
final class AffectTables {
  /** The tables that Moodify works with. */
  static final AffectTables STANDARD = load("affect.json");

  private final Map<Goal, Map<Emotion, Affect>> emotions = new EnumMap<>(Goal.class);
  private final List<MusicRegion> regions;
  private final Map<Speed, Double> arousalBySpeed = new EnumMap<>(Speed.class);
  private final Map<String, Affect> moods;
  private final Map<String, Affect> tags;
  private final Map<String, Affect> words;
  private final Map<String, String> familyByGenre = new HashMap<>();

  private AffectTables(AffectFile file) {
    emotions.put(Goal.MATCH, emotions("match", file.match()));
    emotions.put(Goal.LIFT, emotions("lift", file.lift()));
    emotions.put(Goal.CALM, emotions("calm", file.calm()));
    regions = file.regions().stream().map(row -> region(row, file.speedsToAskFor())).toList();
    file.speeds().forEach(row -> arousalBySpeed.put(speed(row.speed()), row.arousal()));
    moods = file.moods().stream().collect(places(AffectFile.MoodRow::mood, row -> row.affect()));
    tags = file.tags().stream().collect(places(AffectFile.TagRow::tag, row -> row.affect()));
    words = new HashMap<>(moods);
    words.putAll(tags);
    for (AffectFile.GenreRow row : file.genres()) {
      row.words().forEach(word -> familyByGenre.put(normal(word), row.family()));
    }
  }

  /** Returns where music for a certain emotion should lie. */
  Affect place(Emotion emotion, Goal goal) {
    return emotions.get(goal).get(emotion);
  }

  /** Returns all parts of the plane that catalogues are asked for. */
  List<MusicRegion> regions() {
    return regions;
  }

  /** Returns how aroused music of a speed sounds. */
  double arousal(Speed speed) {
    return arousalBySpeed.get(speed);
  }

  /** Returns the place of one of Audius's moods, or nothing for any other word. */
  Optional<Affect> mood(String mood) {
    return Optional.ofNullable(moods.get(normal(mood)));
  }

  /** Returns the place of a word for a mood, a free tag or one of Audius's; or nothing. */
  Optional<Affect> word(String word) {
    return Optional.ofNullable(words.get(normal(word)));
  }

  /** Returns the place of a free tag, or nothing for a tag that says nothing of mood. */
  Optional<Affect> tag(String tag) {
    return Optional.ofNullable(tags.get(normal(tag)));
  }

  /** Returns the family of a genre, or nothing for a word that is no known genre. */
  Optional<String> genreFamily(String genre) {
    return Optional.ofNullable(familyByGenre.get(normal(genre)));
  }

  /**
   * Reads a table beside this class.
   *
   * @throws IllegalStateException if it makes no sense; the message names the row
   */
  private static AffectTables load(String resource) {
    try (InputStream stream = AffectTables.class.getResourceAsStream(resource);
        Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      return new AffectTables(new Gson().fromJson(reader, AffectFile.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JsonParseException e) {
      throw new IllegalStateException(resource + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static Map<Emotion, Affect> emotions(String table, List<AffectFile.EmotionRow> rows) {
    Map<Emotion, Affect> places = new EnumMap<>(Emotion.class);
    for (AffectFile.EmotionRow row : rows) {
      Emotion emotion =
          Emotion.fromKey(row.emotion()).orElseThrow(() -> unknown("emotion", row.emotion()));
      places.put(emotion, affect(row.affect()));
    }
    if (places.size() != Emotion.values().length) {
      throw new IllegalStateException("Table " + table + " lacks an emotion: " + places.keySet());
    }
    return places;
  }

  private static MusicRegion region(
      AffectFile.RegionRow row, List<AffectFile.SpeedsToAskForRow> speeds) {
    Affect place = affect(row.affect());
    List<Speed> wanted =
        speeds.stream()
            .filter(each -> place.arousal() < each.arousalBelow())
            .findFirst()
            .orElseThrow(() -> unknown("speed for the region", row.region()))
            .speeds()
            .stream()
            .map(AffectTables::speed)
            .toList();
    return new MusicRegion(row.region(), place, row.tags(), row.moods(), wanted);
  }

  private static <T> Collector<T, ?, Map<String, Affect>> places(
      Function<T, String> word, Function<T, double[]> coordinates) {
    return Collectors.toMap(
        row -> normal(word.apply(row)), row -> affect(coordinates.apply(row)), (a, b) -> b);
  }

  private static Speed speed(String key) {
    return Speed.fromKey(key).orElseThrow(() -> unknown("speed", key));
  }

  private static Affect affect(double[] coordinates) {
    return new Affect(coordinates[0], coordinates[1]);
  }

  private static String normal(String word) {
    return word.strip().toLowerCase(Locale.ROOT);
  }

  private static IllegalStateException unknown(String what, String word) {
    return new IllegalStateException("affect.json names no known " + what + ": " + word);
  }
}

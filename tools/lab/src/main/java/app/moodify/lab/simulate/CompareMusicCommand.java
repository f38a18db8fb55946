package app.moodify.lab.simulate;

import app.moodify.core.mood.Emotion;
import app.moodify.core.mood.EmotionScores;
import app.moodify.core.mood.Goal;
import app.moodify.core.music.MusicRequest;
import app.moodify.music.affect.Target;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code moodify compare-music}: Moodify's lists against two simpler ways to choose. */
@Command(
    name = "compare-music",
    description =
        "Compares Moodify's lists with the two seeds' mappings on the same composed catalogue, for"
            + " all expressions and goals.",
    mixinStandardHelpOptions = true)
public final class CompareMusicCommand implements Callable<Integer> {
  private static final double MOST_DISTANCE = 0.35;
  private static final double LEAST_UNDER_BETTER_SEED = 0.3;
  private static final double FEWEST_ARTISTS = 13;
  private static final double LEAST_VARIETY = 0.6;

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "10",
      description = "Catalogues to compose (default: ${DEFAULT-VALUE}).")
  private int seeds;

  @Override
  public Integer call() {
    if (seeds < 1) {
      throw new ParameterException(spec.commandLine(), "There must be a catalogue to compare on.");
    }
    Map<ListMaker, ListMeasures> measures = new EnumMap<>(ListMaker.class);
    for (int seed = 1; seed <= seeds; seed++) {
      measure(new World(seed), seed, measures);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? json(measures) : table(measures));
    out.flush();
    return met(measures) ? 0 : 1;
  }

  private static void measure(World world, long seed, Map<ListMaker, ListMeasures> measures) {
    for (ListMaker maker : ListMaker.values()) {
      for (Emotion emotion : Emotion.values()) {
        for (Goal goal : Goal.values()) {
          MusicRequest request = new MusicRequest(EmotionScores.certain(emotion), emotion, goal);
          ListMeasures before = measures.getOrDefault(maker, ListMeasures.none());
          measures.put(maker, before.with(maker.list(world, request, seed), Target.of(request)));
        }
      }
    }
  }

  /** Returns by what share Moodify's lists are nearer than those of the better seed. */
  private static double underBetterSeed(
      Map<ListMaker, ListMeasures> measures, ToDoubleFunction<ListMeasures> distance) {
    double better =
        Math.min(
            distance.applyAsDouble(measures.get(ListMaker.SEED_1)),
            distance.applyAsDouble(measures.get(ListMaker.SEED_2)));
    return 1 - distance.applyAsDouble(measures.get(ListMaker.MOODIFY)) / better;
  }

  /** The bars are on what is told, for that can be measured on real catalogues as well. */
  private static boolean met(Map<ListMaker, ListMeasures> measures) {
    ListMeasures ours = measures.get(ListMaker.MOODIFY);
    return ours.toldDistance() <= MOST_DISTANCE
        && underBetterSeed(measures, ListMeasures::toldDistance) >= LEAST_UNDER_BETTER_SEED
        && ours.artists() >= FEWEST_ARTISTS
        && ours.variety() >= LEAST_VARIETY;
  }

  private String table(Map<ListMaker, ListMeasures> measures) {
    StringBuilder table =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "Lists for 7 expressions x 3 goals on %d catalogues of %d composed songs%n%-36s"
                    + " %9s %9s %9s %9s%n",
                seeds,
                World.SONGS,
                "",
                "as told",
                "as heard",
                "artists",
                "variety"));
    measures.forEach(
        (maker, measured) ->
            table.append(
                String.format(
                    Locale.ROOT,
                    "%-36s %9.3f %9.3f %9.1f %9.2f%n",
                    maker.title(),
                    measured.toldDistance(),
                    measured.distance(),
                    measured.artists(),
                    measured.variety())));
    return table
        .append(
            String.format(
                Locale.ROOT,
                "%s  distance as told at most %.2f, and %.0f %% under the better seed's (at least"
                    + " %.0f %%); as heard %.0f %% under;%n   artists at least %.0f; variety at"
                    + " least %.1f%n"
                    + "As told: by the catalogue's words. As heard: as the songs were composed,"
                    + " which their words tell with errors.",
                met(measures) ? "✓" : "✗",
                MOST_DISTANCE,
                100 * underBetterSeed(measures, ListMeasures::toldDistance),
                100 * LEAST_UNDER_BETTER_SEED,
                100 * underBetterSeed(measures, ListMeasures::distance),
                FEWEST_ARTISTS,
                LEAST_VARIETY))
        .toString();
  }

  private String json(Map<ListMaker, ListMeasures> measures) {
    JsonObject all = new JsonObject();
    all.addProperty("catalogues", seeds);
    all.addProperty("songs", World.SONGS);
    measures.forEach(
        (maker, measured) -> {
          JsonObject one = new JsonObject();
          one.addProperty("lists", measured.lists());
          one.addProperty("distance", measured.distance());
          one.addProperty("toldDistance", measured.toldDistance());
          one.addProperty("artists", measured.artists());
          one.addProperty("variety", measured.variety());
          all.add(maker.key(), one);
        });
    all.addProperty("underBetterSeed", underBetterSeed(measures, ListMeasures::distance));
    all.addProperty("toldUnderBetterSeed", underBetterSeed(measures, ListMeasures::toldDistance));
    all.addProperty("met", met(measures));
    return new Gson().toJson(all);
  }
}

package app.moodify.lab.simulate;

import app.moodify.core.mood.Emotion;
import app.moodify.core.mood.EmotionScores;
import app.moodify.core.mood.Goal;
import app.moodify.core.music.Catalogue;
import app.moodify.core.music.MusicRequest;
import app.moodify.music.BuiltInCatalogue;
import app.moodify.music.affect.Target;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code moodify compare-music}: Moodify's lists against two simpler methods, the baselines. */
@Command(
    name = "compare-music",
    description =
        "Compares Moodify's lists with two simpler methods on the same synthetic catalogue, for all"
            + " expressions and goals, and asks for other tracks twenty times.",
    mixinStandardHelpOptions = true)
public final class CompareMusicCommand implements Callable<Integer> {
  private static final Gson GSON = new Gson();
  private static final double MAX_DISTANCE = 0.35;
  private static final double MIN_UNDER_BETTER_BASELINE = 0.3;
  private static final double MIN_ARTISTS = 13;
  private static final double MIN_VARIETY = 0.6;
  private static final int MIN_NEW = 10;

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "10",
      description = "Catalogues to generate (default: ${DEFAULT-VALUE}).")
  private int seeds;

  @Override
  public Integer call() {
    if (seeds < 1) {
      throw new ParameterException(spec.commandLine(), "There must be a catalogue to compare on.");
    }
    Map<ListMethod, ListMeasures> measures = new EnumMap<>(ListMethod.class);
    for (int seed = 1; seed <= seeds; seed++) {
      measure(new World(seed), seed, measures);
    }
    Map<String, OtherTracks> others = otherTracks();
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? json(measures, others) : table(measures) + otherTracksTable(others));
    out.flush();
    return met(measures) && others.values().stream().allMatch(CompareMusicCommand::met) ? 0 : 1;
  }

  private static Map<String, OtherTracks> otherTracks() {
    List<Catalogue> all = new ArrayList<>(new World(1).catalogues());
    all.add(new BuiltInCatalogue());
    Map<String, OtherTracks> others = new LinkedHashMap<>();
    others.put("originals", OtherTracks.measure(List.of(new BuiltInCatalogue())));
    others.put("cataloguesAndOriginals", OtherTracks.measure(all));
    return others;
  }

  private static void measure(World world, long seed, Map<ListMethod, ListMeasures> measures) {
    for (ListMethod method : ListMethod.values()) {
      for (Emotion emotion : Emotion.values()) {
        for (Goal goal : Goal.values()) {
          MusicRequest request = new MusicRequest(EmotionScores.certain(emotion), emotion, goal);
          ListMeasures before = measures.getOrDefault(method, ListMeasures.none());
          measures.put(method, before.with(method.list(world, request, seed), Target.of(request)));
        }
      }
    }
  }

  /** Returns by what share Moodify's lists are nearer than those of the better baseline. */
  private static double underBetterBaseline(
      Map<ListMethod, ListMeasures> measures, ToDoubleFunction<ListMeasures> distance) {
    double better =
        Math.min(
            distance.applyAsDouble(measures.get(ListMethod.RANDOM_BY_LABEL)),
            distance.applyAsDouble(measures.get(ListMethod.POPULAR_BY_TAG)));
    return 1 - distance.applyAsDouble(measures.get(ListMethod.MOODIFY)) / better;
  }

  /** The bars are on the labelled distance, which can be measured on real catalogues as well. */
  private static boolean met(Map<ListMethod, ListMeasures> measures) {
    ListMeasures ours = measures.get(ListMethod.MOODIFY);
    return ours.labelledDistance() <= MAX_DISTANCE
        && underBetterBaseline(measures, ListMeasures::labelledDistance)
            >= MIN_UNDER_BETTER_BASELINE
        && ours.artists() >= MIN_ARTISTS
        && ours.variety() >= MIN_VARIETY;
  }

  private static boolean met(OtherTracks others) {
    return others.fewestNew() >= MIN_NEW && others.untilRepeat() > others.presses();
  }

  private static String otherTracksTable(Map<String, OtherTracks> others) {
    StringBuilder table =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%n%-36s %9s %9s %9s%n",
                "Other tracks, 20 presses",
                "new",
                "first",
                "last"));
    others.forEach(
        (source, measured) ->
            table.append(
                String.format(
                    Locale.ROOT,
                    "%s  %-33s %9d %9.3f %9.3f%n",
                    met(measured) ? "✓" : "✗",
                    source.equals("originals") ? "originals" : "catalogues and originals",
                    measured.fewestNew(),
                    measured.firstDistance(),
                    measured.lastDistance())));
    return table
        .append(
            String.format(
                Locale.ROOT,
                "New: the fewest of 15 that were on no list before (at least %d), and never more"
                    + " than a third of one%n   earlier list. First, last: distance of these"
                    + " lists.",
                MIN_NEW))
        .toString();
  }

  private String table(Map<ListMethod, ListMeasures> measures) {
    StringBuilder table =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "Lists for 7 expressions x 3 goals on %d catalogues of %d synthetic songs%n%-36s"
                    + " %9s %9s %9s %9s%n",
                seeds,
                World.SONGS,
                "",
                "by words",
                "by sound",
                "artists",
                "variety"));
    measures.forEach(
        (method, measured) ->
            table.append(
                String.format(
                    Locale.ROOT,
                    "%-36s %9.3f %9.3f %9.1f %9.2f%n",
                    method.title(),
                    measured.labelledDistance(),
                    measured.distance(),
                    measured.artists(),
                    measured.variety())));
    return table
        .append(
            String.format(
                Locale.ROOT,
                "%s  distance by words at most %.2f, and %.0f %% under the better baseline's (at"
                    + " least %.0f %%); by sound %.0f %% under;%n   artists at least %.0f; variety"
                    + " at least %.1f%nBy words: where the catalogue's words place a song. By"
                    + " sound: where it was generated, which its words describe with errors.",
                met(measures) ? "✓" : "✗",
                MAX_DISTANCE,
                100 * underBetterBaseline(measures, ListMeasures::labelledDistance),
                100 * MIN_UNDER_BETTER_BASELINE,
                100 * underBetterBaseline(measures, ListMeasures::distance),
                MIN_ARTISTS,
                MIN_VARIETY))
        .toString();
  }

  private String json(Map<ListMethod, ListMeasures> measures, Map<String, OtherTracks> others) {
    JsonObject all = new JsonObject();
    all.addProperty("catalogues", seeds);
    all.addProperty("songs", World.SONGS);
    measures.forEach((method, measured) -> all.add(method.key(), GSON.toJsonTree(measured)));
    all.addProperty("underBetterBaseline", underBetterBaseline(measures, ListMeasures::distance));
    all.addProperty(
        "labelledUnderBetterBaseline",
        underBetterBaseline(measures, ListMeasures::labelledDistance));
    all.add("otherTracks", GSON.toJsonTree(others));
    all.addProperty(
        "met", met(measures) && others.values().stream().allMatch(CompareMusicCommand::met));
    return GSON.toJson(all);
  }
}

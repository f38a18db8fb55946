package app.moodify.lab.simulate;

import app.moodify.console.Steps;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code moodify simulate}: how well Moodify learns hidden tastes. */
@Command(
    name = "simulate",
    description =
        "Lets synthetic listeners with hidden tastes listen to Moodify's lists, and measures how"
            + " much more they like them after 60 pieces of feedback.",
    mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {
  private static final Gson GSON = new Gson();

  /** What the learning must add to the like-rate. */
  private static final double BAR = 0.10;

  private static final int LAST = Simulation.POINTS - 1;

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      defaultValue = "30",
      description = "Worlds to simulate (default: ${DEFAULT-VALUE}).")
  private int seeds;

  @Option(
      names = "--listeners",
      paramLabel = "N",
      defaultValue = "6",
      description = "Listeners in each world (default: ${DEFAULT-VALUE}).")
  private int listeners;

  @Option(
      names = "--curves",
      paramLabel = "FILE",
      description =
          "Write what --json prints to a file too: ./moodify simulate --picture FILE draws it.")
  private Path curvesFile;

  @Override
  public Integer call() throws IOException {
    if (seeds < 2 || listeners < 1) {
      throw new ParameterException(
          spec.commandLine(), "An interval needs two seeds or more, and each a listener or more.");
    }
    PrintWriter out = spec.commandLine().getOut();
    Steps steps = new Steps(spec.commandLine().getErr(), InstantSource.system());
    LearningCurves curves =
        LearningCurves.measure(
            seeds,
            listeners,
            done -> {
              if (done % 5 == 0 || done == seeds) {
                steps.done(done + " of " + seeds + " worlds simulated");
              }
            });
    if (curvesFile != null) {
      Files.writeString(curvesFile, json(curves));
    }
    out.println(json ? json(curves) : table(curves));
    out.flush();
    return met(curves) ? 0 : 1;
  }

  private static boolean met(LearningCurves curves) {
    Estimate lead = curves.lead(Learner.MOODIFY, Learner.NONE, LAST);
    return lead.mean() >= BAR && lead.low() > 0;
  }

  private String table(LearningCurves curves) {
    StringBuilder table =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "Like-rate of the top 15 after 0, 30 and 60 events; %d worlds of %d songs, %d"
                    + " listeners in each; [95 %% interval]%n",
                seeds,
                World.SONGS,
                listeners));
    for (Learner learner : Learner.values()) {
      table.append(
          String.format(
              Locale.ROOT,
              "%-26s %.3f  %.3f  %.3f  %s%n",
              learner.title(),
              curves.rate(learner, 0).mean(),
              curves.rate(learner, LAST / 2).mean(),
              curves.rate(learner, LAST).mean(),
              interval(curves.rate(learner, LAST))));
    }
    for (Learner other : Learner.values()) {
      if (other != Learner.MOODIFY) {
        Estimate lead = curves.lead(Learner.MOODIFY, other, LAST);
        table.append(
            String.format(
                Locale.ROOT,
                "Moodify over %-26s %+.3f  %s%n",
                other.title(),
                lead.mean(),
                interval(lead)));
      }
    }
    table.append(
        String.format(
            Locale.ROOT,
            "%s  Moodify over no learning after 60 events (at least +%.2f, interval above 0)%n",
            met(curves) ? "✓" : "✗",
            BAR));
    return table.toString().stripTrailing();
  }

  private String json(LearningCurves curves) {
    JsonObject all = new JsonObject();
    all.addProperty("seeds", seeds);
    all.addProperty("listeners", listeners);
    all.addProperty("songs", World.SONGS);
    for (Learner learner : Learner.values()) {
      JsonArray points = new JsonArray();
      for (int point = 0; point <= LAST; point++) {
        JsonObject one = json(curves.rate(learner, point));
        one.addProperty("events", point * Simulation.HEARD);
        points.add(one);
      }
      all.add(learner.key(), points);
    }
    JsonObject lead = json(curves.lead(Learner.MOODIFY, Learner.NONE, LAST));
    lead.addProperty("atLeast", BAR);
    lead.addProperty("met", met(curves));
    all.add("overNoLearning", lead);
    all.add("overGreedy", json(curves.lead(Learner.MOODIFY, Learner.GREEDY, LAST)));
    all.add("overSameFeatures", json(curves.lead(Learner.MOODIFY, Learner.SAME_FEATURES, LAST)));
    return GSON.toJson(all);
  }

  private static JsonObject json(Estimate estimate) {
    return GSON.toJsonTree(estimate).getAsJsonObject();
  }

  private static String interval(Estimate estimate) {
    return String.format(Locale.ROOT, "[%.3f, %.3f]", estimate.low(), estimate.high());
  }
}

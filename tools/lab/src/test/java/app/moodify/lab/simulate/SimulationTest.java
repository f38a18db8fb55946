package app.moodify.lab.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.mood.Emotion;
import app.moodify.core.mood.EmotionScores;
import app.moodify.core.mood.Goal;
import app.moodify.core.music.MusicRequest;
import app.moodify.core.music.Track;
import app.moodify.music.affect.Target;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SimulationTest {
  @Test
  void learningPleasesMoreThanNotLearning() {
    LearningCurves curves = LearningCurves.measure(3, 2, done -> {});
    int last = Simulation.POINTS - 1;

    assertThat(curves.lead(Learner.MOODIFY, Learner.NONE, last).mean()).isGreaterThan(0.04);
    assertThat(curves.lead(Learner.MOODIFY, Learner.NONE, 0).mean()).isBetween(-0.03, 0.03);
    assertThat(curves.lead(Learner.SAME_FEATURES, Learner.NONE, last).mean())
        .isBetween(-0.04, 0.04);
  }

  @Test
  void theSameSeedGivesTheSameRates() {
    assertThat(new Simulation(4).run(Learner.MOODIFY.policy(), 1))
        .isEqualTo(new Simulation(4).run(Learner.MOODIFY.policy(), 1))
        .hasSize(11);
  }

  @Test
  void cataloguesFindNearlyAsManyCandidatesAsTheRealOnesWould() {
    World world = new World(1);

    for (Emotion emotion : Emotion.values()) {
      List<Track> found =
          world.find(
              Target.of(new MusicRequest(EmotionScores.certain(emotion), emotion, Goal.MATCH)));
      assertThat(found).hasSizeBetween(150, 400);
      assertThat(found).extracting(Track::source).contains("Jamendo", "Audius");
    }
  }

  @Test
  void whatIsTrulyHeardIsNotWhatTheWordsSay() {
    World world = new World(1);
    List<Track> found =
        world.find(
            Target.of(
                new MusicRequest(EmotionScores.certain(Emotion.SAD), Emotion.SAD, Goal.MATCH)));

    assertThat(
            found.stream()
                .mapToDouble(track -> track.affect().distanceTo(world.songOf(track).affect()))
                .average()
                .orElseThrow())
        .isGreaterThan(0.2);
  }

  @Test
  void anIntervalHoldsTheMeanAndNarrowsWithTheSample() {
    double[] few = {0.1, 0.3, 0.2, 0.4};
    double[] many = new double[400];
    for (int index = 0; index < many.length; index++) {
      many[index] = few[index % few.length];
    }

    Estimate ofFew = Estimate.of(few);
    Estimate ofMany = Estimate.of(many);

    assertThat(ofFew.mean()).isBetween(ofFew.low(), ofFew.high());
    assertThat(ofMany.high() - ofMany.low()).isLessThan((ofFew.high() - ofFew.low()) / 4);
    assertThat(Estimate.ofDifference(few, few)).isEqualTo(new Estimate(0, 0, 0));
  }

  @Test
  void theCurvesThatArePlottedHaveAPointAfterEachListForEachWayOfLearning(@TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("curves.json");

    new CommandLine(new SimulateCommand())
        .setOut(new PrintWriter(new StringWriter()))
        .setErr(new PrintWriter(new StringWriter()))
        .execute("--seeds", "2", "--listeners", "1", "--curves", file.toString());

    JsonObject curves = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    for (Learner learner : Learner.values()) {
      JsonArray points = curves.getAsJsonArray(learner.key());
      assertThat(points).hasSize(Simulation.POINTS);
      assertThat(points.get(10).getAsJsonObject().keySet())
          .containsExactlyInAnyOrder("events", "mean", "low", "high");
    }
  }
}

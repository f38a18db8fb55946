package app.moodify.lab.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CompareMusicCommandTest {
  private final StringWriter out = new StringWriter();
  private final CommandLine command =
      new CommandLine(new CompareMusicCommand())
          .setOut(new PrintWriter(out))
          .setErr(new PrintWriter(new StringWriter()));

  @Test
  void listsAreNearerToTheTargetThanBothSeedsAndVary() {
    assertThat(command.execute("--json", "--seeds", "2")).isZero();

    JsonObject report = new Gson().fromJson(out.toString(), JsonObject.class);
    JsonObject ours = report.getAsJsonObject("moodify");
    assertThat(ours.get("lists").getAsInt()).isEqualTo(2 * 7 * 3);
    assertThat(ours.get("toldDistance").getAsDouble()).isLessThanOrEqualTo(0.35);
    assertThat(ours.get("artists").getAsDouble()).isGreaterThanOrEqualTo(13);
    assertThat(ours.get("variety").getAsDouble()).isGreaterThanOrEqualTo(0.6);
    assertThat(report.get("underBetterSeed").getAsDouble()).isGreaterThanOrEqualTo(0.3);
    for (String seed : new String[] {"seed_1", "seed_2"}) {
      assertThat(report.getAsJsonObject(seed).get("distance").getAsDouble())
          .isGreaterThan(ours.get("distance").getAsDouble() / 0.7);
    }
  }

  @Test
  void withoutACatalogueThereIsNothingToCompare() {
    assertThat(command.execute("--seeds", "0")).isEqualTo(CommandLine.ExitCode.USAGE);
  }
}

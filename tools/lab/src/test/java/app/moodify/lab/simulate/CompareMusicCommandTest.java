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
  void listsAreNearerToTheTargetThanBothBaselinesAndVary() {
    assertThat(command.execute("--json", "--seeds", "2")).isZero();

    JsonObject report = new Gson().fromJson(out.toString(), JsonObject.class);
    JsonObject ours = report.getAsJsonObject("moodify");
    assertThat(ours.get("lists").getAsInt()).isEqualTo(2 * 7 * 3);
    assertThat(ours.get("labelledDistance").getAsDouble()).isLessThanOrEqualTo(0.35);
    assertThat(ours.get("artists").getAsDouble()).isGreaterThanOrEqualTo(13);
    assertThat(ours.get("variety").getAsDouble()).isGreaterThanOrEqualTo(0.6);
    assertThat(report.get("underBetterBaseline").getAsDouble()).isGreaterThanOrEqualTo(0.3);
    for (String baseline : new String[] {"random_by_label", "popular_by_tag"}) {
      assertThat(report.getAsJsonObject(baseline).get("distance").getAsDouble())
          .isGreaterThan(ours.get("distance").getAsDouble() / 0.7);
    }
  }

  @Test
  void otherTracksAreOtherTracksTwentyTimes() {
    assertThat(command.execute("--json", "--seeds", "1")).isZero();

    JsonObject others =
        new Gson().fromJson(out.toString(), JsonObject.class).getAsJsonObject("otherTracks");
    for (String source : new String[] {"originals", "cataloguesAndOriginals"}) {
      JsonObject measured = others.getAsJsonObject(source);
      assertThat(measured.get("presses").getAsInt()).isEqualTo(20);
      assertThat(measured.get("fewestNew").getAsInt()).isGreaterThanOrEqualTo(10);
      assertThat(measured.get("untilRepeat").getAsInt()).isGreaterThan(20);
      assertThat(measured.get("firstDistance").getAsDouble()).isLessThanOrEqualTo(0.35);
      assertThat(measured.get("lastDistance").getAsDouble()).isLessThanOrEqualTo(0.7);
    }
  }

  @Test
  void withoutACatalogueThereIsNothingToCompare() {
    assertThat(command.execute("--seeds", "0")).isEqualTo(CommandLine.ExitCode.USAGE);
  }
}

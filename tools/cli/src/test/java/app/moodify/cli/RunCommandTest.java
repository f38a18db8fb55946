package app.moodify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class RunCommandTest {

  private final StringWriter err = new StringWriter();
  private final CommandLine command =
      new CommandLine(new RunCommand()).setErr(new PrintWriter(err, true));

  @Test
  void aPortThatIsNoNumberIsRefused() {
    assertThat(command.execute("--port", "five")).isEqualTo(2);
    assertThat(err.toString()).contains("--port").contains("five");
  }

  @Test
  void aPortOutOfRangeIsRefusedBeforeAnythingStarts() {
    assertThat(command.execute("--port", "80")).isEqualTo(2);
    assertThat(err.toString()).contains("from 1024");
  }
}

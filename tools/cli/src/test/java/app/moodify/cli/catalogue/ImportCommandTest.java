package app.moodify.cli.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.cli.Main;
import app.moodify.cloud.Cloud;
import app.moodify.cloud.client.Settings;
import app.moodify.core.mood.Affect;
import app.moodify.core.music.Track;
import app.moodify.testing.FirestoreEmulator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImportCommandTest {
  @RegisterExtension static final FirestoreEmulator EMULATOR = new FirestoreEmulator();

  private static final Path EXAMPLE = Path.of("examples/songs.csv");

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void empty() {
    try (Cloud cloud = new Cloud(Settings.of(EMULATOR.environment()))) {
      cloud.songs().retain(List.of());
    }
  }

  @Test
  void theExampleIsImportedAndMayBeImportedAgain() {
    assertThat(run(EXAMPLE.toString())).isZero();
    assertThat(run(EXAMPLE.toString())).isZero();

    assertThat(out.toString()).isEqualTo("5 songs were imported.\n".repeat(2));
    assertThat(near(new Affect(0.5, -0.5)))
        .extracting(Track::title)
        .containsExactlyInAnyOrder("Morning by the Lake", "Last Light");
  }

  @Test
  void atATerminalOneReadsOfSongsAlone() throws Exception {
    // A process of its own, for libraries speak when they are first used.
    ProcessBuilder program =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "catalogue",
            "import",
            EXAMPLE.toString(),
            "--project",
            EMULATOR.projectId());
    program.environment().put("FIRESTORE_EMULATOR_HOST", "127.0.0.1:" + EMULATOR.port());
    Process process = program.redirectErrorStream(true).start();

    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("5 songs were imported.\n");
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void withReplaceOnlyTheSongsOfTheFileStay() throws Exception {
    run(EXAMPLE.toString());
    Path other = file("title,artist,url,tags\nOther,Ada,https://a.example/o.mp3,calm; soft\n");

    assertThat(run("--replace", other.toString())).isZero();

    assertThat(out.toString()).contains("1 song was imported.", "5 of earlier imports");
    assertThat(near(new Affect(0.5, -0.5))).extracting(Track::title).containsExactly("Other");
  }

  @Test
  void ifOneLineIsWrongNothingIsImported() throws Exception {
    Path wrong =
        file(
            "title,artist,url,tags\nGood,Ada,https://a.example/g.mp3,calm\n"
                + "Bad,Ada,https://a.example/b.mp3,\n");

    assertThat(run(wrong.toString())).isEqualTo(1);

    assertThat(err.toString())
        .isEqualTo(
            wrong
                + ":3: a mood is missing: give tags such as calm or happy, or an emotion\n"
                + "Nothing was imported.\n");
    assertThat(near(new Affect(0.4, -0.8))).isEmpty();
  }

  @Test
  void ofManyProblemsTheFirstTwentyAreTold() throws Exception {
    Path wrong = file("title,artist,url,tags\n" + "Bad,Ada,,calm\n".repeat(30));

    run(wrong.toString());

    assertThat(err.toString().lines()).hasSize(22).contains("and 10 lines more");
  }

  @Test
  void aFileThatIsNotThereOrHasNoSongsIsTold() throws Exception {
    assertThat(run("missing.csv")).isEqualTo(1);
    assertThat(run(file("title,artist,url,tags\n").toString())).isEqualTo(1);

    assertThat(err.toString()).contains("There is no file missing.csv.", "There is no song in");
  }

  @Test
  void withoutAMoodifyThatRunsTheWayOutIsTold() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = Math.min(socket.getLocalPort(), 60_000);
    }

    int status =
        new CommandLine(new ImportCommand(Map.of()))
            .setErr(new PrintWriter(err, true))
            .execute("--port", String.valueOf(free), EXAMPLE.toString());

    assertThat(status).isEqualTo(1);
    assertThat(err.toString()).contains("start it with ./moodify run");
  }

  private int run(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "--project";
    all[1] = EMULATOR.projectId();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    Map<String, String> environment =
        Map.of("FIRESTORE_EMULATOR_HOST", "127.0.0.1:" + EMULATOR.port());
    return new CommandLine(new ImportCommand(environment))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all);
  }

  private List<Track> near(Affect place) {
    try (Cloud cloud = new Cloud(Settings.of(EMULATOR.environment()))) {
      return cloud.songs().near(place, 10);
    }
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("songs.csv"), text);
  }
}

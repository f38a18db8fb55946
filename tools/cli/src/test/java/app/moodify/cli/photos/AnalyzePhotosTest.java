package app.moodify.cli.photos;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.vision.SamplePhotos;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class AnalyzePhotosTest {
  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void putPhotos() throws IOException {
    Files.createDirectories(folder.resolve("photos/.hidden"));
    Files.createDirectories(folder.resolve("photos/more"));
    Files.write(folder.resolve("photos/b.jpg"), SamplePhotos.astronaut());
    Files.write(folder.resolve("photos/more/a.JPEG"), SamplePhotos.astronaut());
    Files.write(folder.resolve("photos/.hidden/c.jpg"), SamplePhotos.astronaut());
    Files.write(folder.resolve("photos/.d.jpg"), SamplePhotos.astronaut());
    Files.writeString(folder.resolve("photos/notes.txt"), "not a photo");
  }

  private int run(Object... arguments) {
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    return new CommandLine(new AnalyzePhotos())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(words);
  }

  private List<String> lines() {
    return out.toString().lines().toList();
  }

  @Test
  void aFolderIsWalkedSortedWithoutHiddenAndOtherFiles() {
    int status = run(folder.resolve("photos"));

    assertThat(status).isZero();
    assertThat(lines()).hasSize(2);
    assertThat(lines().get(0)).matches(".*photos/b\\.jpg  happy \\d+ %  \\(1 face, \\d+ ms\\)");
    assertThat(lines().get(1)).contains("more/a.JPEG  happy");
  }

  @Test
  void aBadFileGetsItsLineAndTheRestGoOn() throws IOException {
    Path text = Files.writeString(folder.resolve("text.jpg"), "no photo at all");
    Path missing = folder.resolve("missing.jpg");

    int status = run("--json", text, missing, folder.resolve("photos/b.jpg"));

    assertThat(status).isEqualTo(1);
    List<JsonObject> answers =
        lines().stream().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
    assertThat(answers).hasSize(3);
    assertThat(answers.get(0).get("file").getAsString()).isEqualTo(text.toString());
    assertThat(answers.get(0).getAsJsonObject("error").get("code").getAsString())
        .isEqualTo("not_an_image");
    assertThat(answers.get(1).getAsJsonObject("error").get("code").getAsString())
        .isEqualTo("file_not_found");
    assertThat(answers.get(2).get("emotion").getAsString()).isEqualTo("happy");
    assertThat(answers.get(2).getAsJsonObject("scores").keySet())
        .containsExactly("angry", "disgust", "fear", "happy", "sad", "surprise", "neutral");
  }

  @Test
  void anExplicitFileIsTriedWhateverItsName() throws IOException {
    Path odd = Files.write(folder.resolve("photo.of.mine"), SamplePhotos.astronaut());

    assertThat(run(odd)).isZero();
    assertThat(lines().get(0)).contains("happy");
  }

  @Test
  void cropLooksForNoFace() {
    assertThat(run("--crop", "--json", folder.resolve("photos/b.jpg"))).isZero();
    assertThat(lines().get(0)).contains("\"box\":[0,0,512,512]");
  }

  @Test
  void aFolderWithoutPhotosIsAFailure() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));

    assertThat(run(empty)).isEqualTo(1);
    assertThat(lines()).containsExactly(empty + "  failed: There is no photo in this folder.");
  }

  @Test
  void aLinkThatLeadsBackHasItsLineAndTheRestGoOn() throws IOException {
    Path loop = folder.resolve("photos/more/loop");
    Files.createSymbolicLink(loop, folder.resolve("photos"));

    assertThat(run(folder.resolve("photos"))).isEqualTo(1);

    assertThat(lines()).hasSize(3);
    assertThat(lines().get(0))
        .isEqualTo(loop + "  failed: This link leads back to a folder that it is in.");
    assertThat(lines().get(1)).contains("b.jpg  happy");
    assertThat(lines().get(2)).contains("a.JPEG  happy");
  }

  /** As root, whom no folder is locked to, only the visitor can be asked. */
  @Test
  void aLockedFolderIsNotedAndTheWalkGoesOn() {
    Path locked = folder.resolve("photos/locked");
    AccessDeniedException failure = new AccessDeniedException(locked.toString());
    PhotoFiles.Walk walk = new PhotoFiles.Walk(folder.resolve("photos"));

    assertThat(walk.visitFileFailed(locked, failure)).isEqualTo(FileVisitResult.CONTINUE);
    assertThat(walk.visitFileFailed(folder.resolve("photos/.git"), failure))
        .isEqualTo(FileVisitResult.CONTINUE);

    assertThat(walk.unreadable()).containsExactly(Map.entry(locked, failure));
  }

  @ParameterizedTest
  @CsvSource({"a\u001b[2Jb.jpg, \\u001b", "a\u202eb.jpg, \\u202e", "a\u2028b.jpg, \\u2028"})
  void controlCharactersInNamesAreEscaped(String name, String escaped) {
    assertThat(AnalyzePhotos.printable(Path.of(name))).contains(escaped).matches("[\\x20-\\x7e]+");
  }

  @Test
  void aWrongCommandLineIsExplained() {
    assertThat(run()).isEqualTo(2);
    assertThat(run("--colour", folder)).isEqualTo(2);
    assertThat(err.toString()).contains("Usage: analyze").contains("--colour");
    assertThat(out.toString()).isEmpty();
  }
}

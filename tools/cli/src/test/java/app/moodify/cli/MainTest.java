package app.moodify.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParseResult;

class MainTest {
  @Test
  void aNameWithAnAtSignIsNoFileOfArguments(@TempDir Path folder) throws Exception {
    Path words = Files.writeString(folder.resolve("me.jpg"), "--json another.jpg");

    ParseResult analyze = Main.commandLine().parseArgs("analyze", "@" + words).subcommand();

    assertThat(analyze.matchedArgs()).hasSize(1);
    ArgSpec photos = analyze.matchedArgs().get(0);
    assertThat(photos.<List<Path>>getValue()).containsExactly(Path.of("@" + words));
  }
}

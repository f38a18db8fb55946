package app.moodify.cli.catalogue;

import app.moodify.cloud.Cloud;
import app.moodify.cloud.client.Settings;
import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.music.Track;
import app.moodify.music.songs.SongFile;
import app.moodify.stack.Ports;
import app.moodify.stack.Project;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moodify catalogue import FILE.csv}: all songs of a file, or none if a line is wrong. */
@Command(
    name = "import",
    description = {
      "Imports songs from a file of comma-separated values, in UTF-8, with a line of headings:",
      "title, artist and url (of the sound itself, https), and tags (words such as calm or happy,"
          + " with semicolons between them) or emotion (angry, disgust, fear, happy, sad, surprise"
          + " or neutral). There may be genre, duration (3:35 or 215), page and licence.",
      "A song with the same title and artist takes the place of the one before.",
      "An example: tools/cli/examples/songs.csv"
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:all songs were imported",
      "1:a line is wrong, and nothing was imported; or Moodify could not be reached",
      "2:the command line was wrong"
    })
final class ImportCommand implements Callable<Integer> {
  private static final int MOST_PROBLEMS = 20;

  /** Songs between two lines of progress. */
  private static final int PORTION = 2000;

  /** Firestore's connection logs how it is made, which is nothing to somebody with songs. */
  private static final List<Logger> CONNECTION =
      List.of(Logger.getLogger("io.grpc"), Logger.getLogger("io.opentelemetry"));

  private final Map<String, String> environment;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The file.")
  private Path file;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The page's port of the Moodify that runs here. Default: ${DEFAULT-VALUE}.",
      defaultValue = "" + Ports.DEFAULT_BASE)
  private int port;

  @Option(
      names = "--project",
      paramLabel = "ID",
      description =
          "Import into a project of Google Cloud instead, with the credentials of this machine.")
  private String project;

  @Option(
      names = "--replace",
      description = "Delete the songs of earlier imports that are not in the file.")
  private boolean replace;

  ImportCommand() {
    this(System.getenv());
  }

  ImportCommand(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public Integer call() {
    CONNECTION.forEach(logger -> logger.setLevel(Level.WARNING));
    SongFile read;
    try {
      if (Files.size(file) > SongFile.MAX_BYTES) {
        return fail(file + " is larger than 50 MB: is it a list of songs?");
      }
      read = SongFile.read(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return fail("There is no file " + file + ".");
    } catch (IOException e) {
      return fail(file + " cannot be read: " + e.getMessage());
    }
    if (!read.problems().isEmpty()) {
      return report(read.problems());
    }
    if (read.songs().isEmpty()) {
      return fail("There is no song in " + file + ".");
    }
    return store(read.songs());
  }

  private int store(List<Track> songs) {
    if (project == null && !Ports.isListening(ports().of("firestore"))) {
      return fail(
          "No Moodify runs on port %d: start it with ./moodify run, or name its --port or a --project."
              .formatted(port));
    }
    try (Cloud cloud = new Cloud(settings())) {
      for (int from = 0; from < songs.size(); from += PORTION) {
        int to = Math.min(songs.size(), from + PORTION);
        cloud.songs().store(songs.subList(from, to));
        if (to < songs.size()) {
          print("%d of %d songs".formatted(to, songs.size()));
        }
      }
      print(songs.size() == 1 ? "1 song was imported." : songs.size() + " songs were imported.");
      if (replace) {
        int deleted = cloud.songs().retain(songs.stream().map(Track::id).toList());
        print(deleted + " of earlier imports were deleted.");
      }
      return 0;
    } catch (ServiceUnavailableException | IllegalStateException e) {
      return fail(e.getMessage());
    }
  }

  private Settings settings() {
    Map<String, String> variables = new LinkedHashMap<>(environment);
    if (project == null) {
      variables.put("GOOGLE_CLOUD_PROJECT", Project.ID);
      variables.put("FIRESTORE_EMULATOR_HOST", ports().hostAndPort("firestore"));
    } else {
      variables.put("GOOGLE_CLOUD_PROJECT", project);
    }
    return Settings.of(variables);
  }

  private Ports ports() {
    try {
      return new Ports(port);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--port: " + e.getMessage(), e);
    }
  }

  /** Prints the problems as compilers do, so that editors find the lines. */
  private int report(List<SongFile.Problem> problems) {
    PrintWriter err = spec.commandLine().getErr();
    problems.stream()
        .limit(MOST_PROBLEMS)
        .forEach(problem -> err.println(file + ":" + problem.line() + ": " + problem.message()));
    if (problems.size() > MOST_PROBLEMS) {
      err.println("and " + (problems.size() - MOST_PROBLEMS) + " lines more");
    }
    return fail("Nothing was imported.");
  }

  private int fail(String message) {
    spec.commandLine().getErr().println(message);
    spec.commandLine().getErr().flush();
    return 1;
  }

  private void print(String line) {
    spec.commandLine().getOut().println(line);
    spec.commandLine().getOut().flush();
  }
}

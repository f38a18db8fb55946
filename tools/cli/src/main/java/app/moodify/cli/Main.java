package app.moodify.cli;

import app.moodify.cli.catalogue.CatalogueCommand;
import app.moodify.cli.photos.AnalyzePhotos;
import app.moodify.lab.evaluate.PredictCommand;
import app.moodify.lab.simulate.CompareMusicCommand;
import app.moodify.lab.simulate.SimulateCommand;
import app.moodify.stack.bench.BenchCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program behind {@code ./moodify}. */
@Command(
    name = "moodify",
    description = "Reads the expression on a face and plays music that fits it.",
    mixinStandardHelpOptions = true,
    subcommands = {
      RunCommand.class,
      RecoverCommand.class,
      StackCommand.class,
      AnalyzePhotos.class,
      BenchCommand.class,
      PredictCommand.class,
      CatalogueCommand.class,
      CompareMusicCommand.class,
      SimulateCommand.class
    })
public final class Main {

  private Main() {}

  /** Returns the parser of all commands; {@code @me.jpg} is a photo, not a file of arguments. */
  static CommandLine commandLine() {
    return new CommandLine(new Main()).setExpandAtFiles(false);
  }

  /** Runs a command and exits with its status. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }
}

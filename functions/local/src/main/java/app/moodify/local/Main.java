package app.moodify.local;

import app.moodify.local.bench.BenchCommand;
import app.moodify.local.catalogue.CatalogueCommand;
import app.moodify.local.evaluate.EvaluateCommand;
import app.moodify.local.photos.AnalyzePhotos;
import app.moodify.local.simulate.CompareMusicCommand;
import app.moodify.local.simulate.SimulateCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program behind {@code ./moodify}. */
@Command(
    name = "moodify",
    description = "Reads the expression on a face and plays music that fits it.",
    mixinStandardHelpOptions = true,
    subcommands = {
      RunCommand.class,
      StackCommand.class,
      AnalyzePhotos.class,
      BenchCommand.class,
      EvaluateCommand.class,
      CatalogueCommand.class,
      CompareMusicCommand.class,
      SimulateCommand.class
    })
public final class Main {

  private Main() {}

  /** Runs a command and exits with its status. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }
}

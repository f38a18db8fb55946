package app.moodify.stack.bench;

import app.moodify.console.Steps;
import app.moodify.stack.StackException;
import app.moodify.vision.VisionPhotoAnalyzer;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code moodify bench}: measures latency and memory. */
@Command(
    name = "bench",
    description = "Measures latency and memory against Moodify's bars.",
    mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {

  private static final int ROUNDS = 30;

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Steps steps = new Steps(spec.commandLine().getErr(), InstantSource.system());
    VisionBench vision;
    try (VisionPhotoAnalyzer analyzer = VisionPhotoAnalyzer.open(System.getenv())) {
      analyzer.warmUp();
      vision = VisionBench.measure(analyzer, ROUNDS, steps::done);
    }
    Report report = new Report(vision, endToEnd(steps));
    out.print(json ? report.json() + System.lineSeparator() : report.table());
    out.flush();
    return 0;
  }

  private static Optional<EndToEnd> endToEnd(Steps steps) throws InterruptedException {
    try {
      return Optional.of(EndToEnd.measure(System.getenv(), steps));
    } catch (StackException | IOException e) {
      steps.report("The figures from upload to page are not measured: " + e.getMessage());
      return Optional.empty();
    }
  }
}

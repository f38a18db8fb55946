package app.moodify.cli;

import app.moodify.console.Steps;
import app.moodify.stack.Ports;
import app.moodify.stack.Stack;
import app.moodify.stack.StackException;
import app.moodify.stack.Toolchain;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code moodify recover}: what {@code ./moodify} does when the program that it runs was killed.
 */
@Command(
    name = "recover",
    hidden = true,
    description = "Keeps the data of a run that was killed, and ends what it left.",
    mixinStandardHelpOptions = true)
final class RecoverCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      description = "The port of the run.",
      defaultValue = "" + Ports.DEFAULT_BASE)
  private int port;

  @Option(names = "--data", description = "As of the run, which has written it down itself.")
  private Path data;

  @Override
  public Integer call() throws InterruptedException {
    Steps steps = new Steps(spec.commandLine().getOut(), InstantSource.system());
    try (Stack stack = Stack.of(Toolchain.of(System.getenv()), new Ports(port), steps)) {
      stack.recover();
      return 0;
    } catch (StackException e) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(e.getMessage());
      err.flush();
      return 1;
    }
  }
}

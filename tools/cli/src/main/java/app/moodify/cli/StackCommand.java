package app.moodify.cli;

import app.moodify.console.Steps;
import app.moodify.stack.Ports;
import app.moodify.stack.Stack;
import app.moodify.stack.StackException;
import app.moodify.stack.StopOnSignal;
import app.moodify.stack.Toolchain;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moodify stack COMMAND...}: runs a command beside a stack of its own, for tests. */
@Command(
    name = "stack",
    hidden = true,
    description =
        "Starts everything on free ports with throw-away data, runs a command with"
            + " MOODIFY_BASE_PORT set, and stops; exits as the command did.",
    mixinStandardHelpOptions = true)
final class StackCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "COMMAND", arity = "1..*", description = "The command to run.")
  private List<String> command;

  @Override
  public Integer call() throws InterruptedException, IOException {
    PrintWriter err = spec.commandLine().getErr();
    Steps steps = new Steps(err, InstantSource.system());
    try (Stack stack = Stack.of(Toolchain.of(System.getenv()), Ports.free(new Random()), steps)) {
      StopOnSignal.install(stack, steps);
      stack.start(Optional.empty());
      ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
      builder.environment().put("MOODIFY_BASE_PORT", Integer.toString(stack.ports().base()));
      Process process = builder.start();
      stack.onFailure(
          failure -> {
            err.println(failure.getMessage());
            process.destroy();
          });
      return process.waitFor();
    } catch (StackException e) {
      err.println(e.getMessage());
      return 1;
    } finally {
      err.flush();
    }
  }
}

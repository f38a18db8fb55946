package app.moodify.cli;

import app.moodify.console.Steps;
import app.moodify.stack.Ports;
import app.moodify.stack.Stack;
import app.moodify.stack.StackException;
import app.moodify.stack.StopOnSignal;
import app.moodify.stack.Toolchain;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code moodify run}: starts everything and stays until it is stopped. */
@Command(
    name = "run",
    description = "Starts everything on this machine and stays; Ctrl-C ends it.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The page's port; the 18 after it are used too. Default: ${DEFAULT-VALUE}.",
      defaultValue = "" + Ports.DEFAULT_BASE)
  private int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Where users, entries and playlists are kept between runs. Default: .moodify/data.")
  private Path data;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Steps steps = new Steps(out, InstantSource.system());
    Ports ports = ports();
    try {
      Toolchain tools = Toolchain.of(System.getenv());
      Path kept = data == null ? tools.root().resolve(".moodify/data") : data.toAbsolutePath();
      try (Stack stack = Stack.of(tools, ports, steps)) {
        StopOnSignal.install(stack, steps);
        stack.start(Optional.of(kept));
        steps.report("Ready: http://127.0.0.1:" + port);
        stack.await();
      }
      return 0;
    } catch (StackException e) {
      err.println(e.getMessage());
      err.flush();
      return 1;
    }
  }

  private Ports ports() {
    try {
      return new Ports(port);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--port: " + e.getMessage(), e);
    }
  }
}

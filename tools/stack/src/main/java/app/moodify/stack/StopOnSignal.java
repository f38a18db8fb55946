package app.moodify.stack;

import app.moodify.console.Steps;

/**
 * Stops a stack cleanly when this process is asked to end, or when {@code ./moodify} that started
 * it is no more.
 */
public final class StopOnSignal {

  private StopOnSignal() {}

  /**
   * From now on, SIGINT, SIGTERM and SIGHUP close the stack, and the process ends with status 0.
   */
  public static void install(Stack stack, Steps steps) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (stack.isClosed()) {
                    return;
                  }
                  steps.report("Stopping.");
                  stack.close();
                  steps.report("Stopped: every process has ended.");
                  Runtime.getRuntime().halt(0);
                },
                "stop"));
    String parent = System.getenv("MOODIFY_PARENT");
    if (parent != null) {
      ProcessHandle.of(Long.parseLong(parent))
          .ifPresent(script -> script.onExit().thenRun(() -> System.exit(0)));
    }
  }
}

package app.moodify.telemetry;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Writes each record as one line, whole, however many threads there are. */
final class CloudLogging extends Handler {
  private static final Logger ROOT = Logger.getLogger("");

  private final PrintStream out;

  /** What was logged last by a thread as the reason why its operation failed. */
  private final ThreadLocal<Throwable> logged = new ThreadLocal<>();

  CloudLogging(OutputStream out, Formatter formatter) {
    this.out = new PrintStream(out, true, StandardCharsets.UTF_8);
    setFormatter(formatter);
  }

  /**
   * Lets all loggers write for Cloud Logging where the function runs on Cloud Run, or where {@code
   * MOODIFY_LOG} says {@code json}; with {@code text} they keep their form, see {@link
   * TextLogFormatter}. Takes the place of the functions framework's own handler, which is there
   * before the function is and knows neither traces nor entries.
   *
   * @throws IllegalStateException if the variable says something else
   */
  static void install(String function, Map<String, String> environment) {
    String wish = environment.getOrDefault("MOODIFY_LOG", "");
    boolean isDeployed = environment.containsKey("K_SERVICE");
    String form = wish.isBlank() ? (isDeployed ? "json" : "text") : wish;
    if (form.equals("text")) {
      for (Handler handler : ROOT.getHandlers()) {
        if (!(handler.getFormatter() instanceof TextLogFormatter)) {
          handler.setFormatter(new TextLogFormatter(handler.getFormatter()));
        }
      }
      return;
    }
    if (!form.equals("json")) {
      throw new IllegalStateException(
          "The environment variable MOODIFY_LOG is \"%s\". Set it to json or text."
              .formatted(wish));
    }
    CloudLogging handler =
        new CloudLogging(
            System.out,
            new CloudLoggingFormatter(
                environment.getOrDefault("GOOGLE_CLOUD_PROJECT", ""),
                function,
                environment.getOrDefault("K_REVISION", "")));
    for (Handler before : ROOT.getHandlers()) {
      ROOT.removeHandler(before);
    }
    ROOT.addHandler(handler);
  }

  @Override
  public void publish(LogRecord record) {
    if (!isLoggable(record) || isRepeated(record.getThrown())) {
      return;
    }
    byte[] line = getFormatter().format(record).getBytes(StandardCharsets.UTF_8);
    synchronized (out) {
      out.write(line, 0, line.length);
      out.flush();
    }
  }

  /**
   * The framework logs once more what a function threw, after the function has: without the entry,
   * and as a second error.
   */
  private boolean isRepeated(Throwable thrown) {
    if (thrown == null) {
      return false;
    }
    boolean isAgain = thrown == logged.get();
    logged.set(thrown);
    return isAgain;
  }

  @Override
  public void flush() {
    out.flush();
  }

  /** Leaves the process's output open: it is not only ours. */
  @Override
  public void close() {
    flush();
  }
}

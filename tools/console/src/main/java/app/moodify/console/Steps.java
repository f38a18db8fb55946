package app.moodify.console;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;

/** Reports what is going on, a line for each step, with the seconds since the start. */
public final class Steps {

  private final PrintWriter out;
  private final InstantSource clock;
  private final Instant start;

  /** Writes to {@code out}; time begins now. */
  public Steps(PrintWriter out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
    this.start = clock.instant();
  }

  /** A step is done. */
  public synchronized void done(String what) {
    out.printf(Locale.ROOT, "%6.1f s  %s%n", seconds(), what);
    out.flush();
  }

  /** Something to know that is no step. */
  public synchronized void report(String text) {
    out.println(text);
    out.flush();
  }

  /** Seconds since the start. */
  public double seconds() {
    return Duration.between(start, clock.instant()).toMillis() / 1000.0;
  }
}

package app.moodify.stack;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How a part is started again, and how often it had to be of late. */
final class Restarts {

  private static final int MAX_IN_A_ROW = 6;
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);

  /** What ran for so long has not ended for the reason that it ended for before. */
  private static final Duration STABLE = Duration.ofMinutes(1);

  /** What starts a part again. Neither method is called while the supervisor is locked. */
  interface Starter {
    /** Clears the way, and returns the process to start. */
    ProcessBuilder prepare() throws IOException, StackException, InterruptedException;

    /** Called once it is started; what has to be set up in it is set up here. */
    default void started(Part part) throws IOException, StackException, InterruptedException {}
  }

  private final Starter starter;
  private int inARow;
  private Instant startedAt = Instant.now();

  Restarts(Starter starter) {
    this.starter = starter;
  }

  Starter starter() {
    return starter;
  }

  /** Returns how long to wait; nothing if there is no point in another start. */
  Optional<Duration> next(Instant now) {
    inARow = Duration.between(startedAt, now).compareTo(STABLE) > 0 ? 1 : inARow + 1;
    return inARow > MAX_IN_A_ROW
        ? Optional.empty()
        : Optional.of(FIRST_WAIT.multipliedBy(1L << (inARow - 1)));
  }

  void begun(Instant now) {
    startedAt = now;
  }
}

package app.moodify.cloud;

import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Opens connections before the first event needs them. Works in the background and never fails its
 * caller: what cannot be warmed is only slower once.
 */
public final class WarmUp {
  private static final Logger LOG = Logger.getLogger(WarmUp.class.getName());

  /** Locally, a function may start before the emulators do. */
  private static final int TRIES = 30;

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private WarmUp() {}

  /**
   * Takes a step in the background, again if it fails, for half a minute or so.
   *
   * @param what the name of what gets warm, for the log
   * @param step a cheap call that changes nothing
   */
  public static void inBackground(String what, Runnable step) {
    Thread thread = new Thread(() -> run(what, step), "warm-up-" + what);
    thread.setDaemon(true);
    thread.start();
  }

  private static void run(String what, Runnable step) {
    long start = System.nanoTime();
    RuntimeException last = null;
    for (int tries = 0; tries < TRIES; tries++) {
      try {
        step.run();
        LOG.info(what + " is warm after " + (System.nanoTime() - start) / 1_000_000 + " ms");
        return;
      } catch (RuntimeException e) {
        last = e;
      }
      try {
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    LOG.log(Level.WARNING, what + " could not be warmed; the first event will try again", last);
  }
}

package app.moodify.lab.dataset;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells what is being read, and every other second how far that is. */
final class Progress {
  private static final Duration INTERVAL = Duration.ofSeconds(2);

  private final Consumer<String> listener;
  private final InstantSource clock;
  private String step;
  private Instant told;

  Progress(Consumer<String> listener, InstantSource clock) {
    this.listener = listener;
    this.clock = clock;
  }

  /** Tells what is done next, such as {@code Reading fer2013.csv}. */
  void start(String what) {
    step = what;
    told = clock.instant();
    listener.accept(what);
  }

  /** To be called after each face, with their number since the start. */
  void done(int faces) {
    Instant now = clock.instant();
    if (Duration.between(told, now).compareTo(INTERVAL) >= 0) {
      told = now;
      listener.accept(String.format(Locale.ROOT, "%s: %,d faces done", step, faces));
    }
  }
}

package app.moodify.stack;

import app.moodify.stack.events.PubSubTopics;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Does here what Cloud Scheduler does in production: sends a message every now and then. */
final class Schedule implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Schedule.class.getName());

  /** As in production, see terraform. */
  private static final Duration PERIOD = Duration.ofMinutes(15);

  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  private final PubSubTopics topics;

  /** Begins to send, the first message after one period. */
  Schedule(PubSubTopics topics) {
    this.topics = topics;
    timer.scheduleAtFixedRate(
        () -> send(topics), PERIOD.toSeconds(), PERIOD.toSeconds(), TimeUnit.SECONDS);
  }

  /**
   * Sends a message now, and one when everything that is there now is old enough for upkeep to ask
   * what became of it.
   */
  void catchUp() {
    timer.execute(() -> send(topics));
    timer.schedule(() -> send(topics), Project.UPKEEP_PATIENCE.toSeconds() + 5, TimeUnit.SECONDS);
  }

  private static void send(PubSubTopics topics) {
    try {
      topics.publish(Project.UPKEEP);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "Upkeep could not be asked for; it will be in " + PERIOD, e);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}

package app.moodify.insights;

import app.moodify.cloud.Cloud;
import app.moodify.cloud.Settings;
import app.moodify.cloud.WarmUp;
import app.moodify.core.InsightsStore;
import app.moodify.core.InsightsStore.Standing;
import app.moodify.core.MoodMoment;
import app.moodify.core.MoodStatistics;
import com.google.cloud.functions.CloudEventsFunction;
import io.cloudevents.CloudEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * Counts a person's mood entries. Triggered by messages on the Pub/Sub topic {@code mood-events}.
 *
 * <p>The event only says whose entries to count: they are counted anew each time, so that events
 * that come twice, late or out of order change nothing. An exception makes the platform send the
 * event again.
 */
public final class Insights implements CloudEventsFunction {
  private static final Logger LOG = Logger.getLogger(Insights.class.getName());

  /** Somebody whose statistics others keep storing at the same moment. */
  private static final int TRIES = 10;

  /** The clocks of Pub/Sub and of this machine may differ by that much. */
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(1);

  private final InsightsStore store;
  private final Clock clock;

  /** Used by the functions framework. Takes its settings from the environment. */
  public Insights() {
    this(new Cloud(Settings.fromEnvironment()).insights(), Clock.systemUTC());
    WarmUp.inBackground("Firestore", () -> store.standing("warm-up"));
  }

  Insights(InsightsStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public void accept(CloudEvent event) {
    Optional<MoodNews> news = MoodNews.read(event);
    if (news.isPresent()) {
      count(news.get());
    }
  }

  private void count(MoodNews news) {
    for (int tries = 0; tries < TRIES; tries++) {
      Standing before = store.standing(news.uid());
      if (knows(before, news)) {
        LOG.info("Mood " + news.moodId() + ": counted already, with others after it");
        return;
      }
      Instant now = clock.instant();
      List<MoodMoment> moments = store.moments(news.uid());
      Optional<MoodStatistics> counted =
          moments.isEmpty()
              ? Optional.empty()
              : Optional.of(Counting.of(moments, store.zone(news.uid())));
      if (store.store(news.uid(), before, counted, now)) {
        LOG.info("Mood " + news.moodId() + ": counted, one of " + moments.size());
        return;
      }
    }
    throw new IllegalStateException(
        "Mood " + news.moodId() + ": others kept counting at the same time");
  }

  /** Many entries that change at once, as when a history is deleted, are one thing to count. */
  private static boolean knows(Standing before, MoodNews news) {
    return before
        .countedAt()
        .filter(at -> at.minus(CLOCK_SKEW).isAfter(news.publishedAt()))
        .isPresent();
  }
}

package app.moodify.insights;

import app.moodify.cloud.Cloud;
import app.moodify.cloud.WarmUp;
import app.moodify.cloud.client.Settings;
import app.moodify.core.mood.InsightsStore;
import app.moodify.core.mood.InsightsStore.Revision;
import app.moodify.core.mood.MoodMoment;
import app.moodify.core.mood.MoodStatistics;
import app.moodify.core.person.ErasureLog;
import app.moodify.telemetry.Operation;
import app.moodify.telemetry.Telemetry;
import app.moodify.telemetry.TraceOrigin;
import com.google.cloud.functions.CloudEventsFunction;
import io.cloudevents.CloudEvent;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * Counts a person's mood entries. Triggered by messages on the Pub/Sub topic {@code mood-events}.
 *
 * <p>The event only says whose entries to count: they are counted anew each time, so that counting
 * is idempotent, and events may come late or out of order. An exception makes the platform send the
 * event again.
 */
public final class Insights implements CloudEventsFunction {
  private static final Logger LOG = Logger.getLogger(Insights.class.getName());

  /**
   * Somebody whose statistics others keep storing at the same moment: about five seconds in all.
   */
  private static final int TRIES = 12;

  /** The clocks of Pub/Sub and of this machine may differ by that much. */
  private static final Duration CLOCK_SKEW = Duration.ofSeconds(1);

  private final InsightsStore store;
  private final ErasureLog erasures;
  private final Clock clock;
  private final Telemetry telemetry;
  private final Backoff backoff = new Backoff(new SecureRandom());

  /** Used by the functions framework. Takes its settings from the environment. */
  public Insights() {
    this(Telemetry.start("insights"), Settings.fromEnvironment());
  }

  private Insights(Telemetry telemetry, Settings settings) {
    this(new Cloud(settings), telemetry);
    WarmUp.inBackground("Firestore", () -> store.revision("warm-up"));
  }

  private Insights(Cloud cloud, Telemetry telemetry) {
    this(cloud.insights(), cloud.erasures(), Clock.systemUTC(), telemetry);
  }

  Insights(InsightsStore store, ErasureLog erasures, Clock clock) {
    this(store, erasures, clock, Telemetry.silent());
  }

  private Insights(InsightsStore store, ErasureLog erasures, Clock clock, Telemetry telemetry) {
    this.telemetry = telemetry;
    this.store = store;
    this.erasures = erasures;
    this.clock = clock;
  }

  @Override
  public void accept(CloudEvent event) {
    Optional<MoodEventMessage> message = MoodEventMessage.read(event);
    telemetry.handle(
        message
            .map(MoodEventMessage::origin)
            .orElse(TraceOrigin.UNKNOWN)
            .or(TraceOrigin.of(event.getExtension(TraceOrigin.TRACEPARENT))),
        () -> message.ifPresentOrElse(this::count, () -> Operation.current().outcome("ignored")));
  }

  private void count(MoodEventMessage message) {
    Operation operation = Operation.current();
    operation.about(message.moodId());
    if (operation.step("look_for_erasure", () -> erasures.isOpen(message.uid()))) {
      operation.outcome("erasing");
      return;
    }
    for (int tries = 0; tries < TRIES; tries++) {
      Revision before = operation.step("revision", () -> store.revision(message.uid()));
      if (knows(before, message)) {
        LOG.info("Mood " + message.moodId() + ": counted already, with others after it");
        operation.outcome("known");
        return;
      }
      Instant now = clock.instant();
      List<MoodMoment> moments = operation.step("read", () -> store.moments(message.uid()));
      Optional<MoodStatistics> counted =
          moments.isEmpty()
              ? Optional.empty()
              : Optional.of(MoodAggregation.of(moments, store.zone(message.uid())));
      if (operation.step("write", () -> store.store(message.uid(), before, counted, now))) {
        operation.outcome("counted");
        LOG.info("Mood " + message.moodId() + ": counted, one of " + moments.size());
        return;
      }
      int failures = tries + 1;
      operation.run("back_off", () -> backoff.pauseAfter(failures));
    }
    throw new IllegalStateException(
        "Mood " + message.moodId() + ": others kept counting at the same time");
  }

  /** Many entries that change at once, as when a history is deleted, are one thing to count. */
  private static boolean knows(Revision before, MoodEventMessage message) {
    return before
        .countedAt()
        .filter(at -> at.minus(CLOCK_SKEW).isAfter(message.publishedAt()))
        .isPresent();
  }
}

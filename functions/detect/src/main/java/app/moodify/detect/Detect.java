package app.moodify.detect;

import app.moodify.cloud.Cloud;
import app.moodify.cloud.WarmUp;
import app.moodify.cloud.client.Settings;
import app.moodify.core.mood.MoodError;
import app.moodify.core.mood.MoodId;
import app.moodify.core.mood.MoodStore.Claim;
import app.moodify.core.mood.MoodStore.MoodTransition;
import app.moodify.core.mood.PhotoReference;
import app.moodify.core.mood.Verdict;
import app.moodify.telemetry.Operation;
import app.moodify.telemetry.Telemetry;
import app.moodify.telemetry.TraceOrigin;
import com.google.cloud.functions.CloudEventsFunction;
import io.cloudevents.CloudEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/**
 * Reads the expression in an uploaded photo. Triggered by {@code
 * google.cloud.storage.object.v1.finalized} on {@code photos/{uid}/{moodId}}. Download tokens are
 * removed from these, from kept photos and from people's pictures; other objects are ignored. An
 * exception makes the platform send the event again, such as that too many photos are waiting.
 */
public final class Detect implements CloudEventsFunction {
  private final Detection detection;
  private final TokenRemoval tokenRemoval;
  private final Telemetry telemetry;

  /** Used by the functions framework. Takes its settings from the environment. */
  public Detect() {
    this(Telemetry.start("detect"), Settings.fromEnvironment());
  }

  private Detect(Telemetry telemetry, Settings settings) {
    this(telemetry, settings, new Cloud(settings), background());
  }

  private Detect(Telemetry telemetry, Settings settings, Cloud cloud, Executor background) {
    this(
        start(settings, cloud, background),
        new TokenRemoval(cloud.downloadTokens(), Clock.systemUTC(), background),
        telemetry);
  }

  Detect(Detection detection, TokenRemoval tokenRemoval) {
    this(detection, tokenRemoval, Telemetry.silent());
  }

  private Detect(Detection detection, TokenRemoval tokenRemoval, Telemetry telemetry) {
    this.detection = detection;
    this.tokenRemoval = tokenRemoval;
    this.telemetry = telemetry;
  }

  @Override
  public void accept(CloudEvent event) {
    telemetry.handle(
        TraceOrigin.of(event.getExtension(TraceOrigin.TRACEPARENT)), () -> handle(event));
  }

  private void handle(CloudEvent event) {
    FinalizedObject.read(event)
        .filter(TokenRemoval::concerns)
        .ifPresentOrElse(
            object -> tokenRemoval.during(object, () -> read(object)),
            () -> Operation.current().outcome("ignored"));
  }

  private void read(FinalizedObject object) {
    PhotoUpload.of(object)
        .ifPresentOrElse(detection::handle, () -> Operation.current().outcome("tokens_removed"));
  }

  private static Detection start(Settings settings, Cloud cloud, Executor background) {
    Detection.Stores stores =
        new Detection.Stores(cloud.photos(), cloud.moods(), cloud.moodEvents());
    warmUp(stores, settings.photoBucket());
    return new Detection(Natives.load(), stores, admission(cloud), Clock.systemUTC(), background);
  }

  private static Admission admission(Cloud cloud) {
    return new Admission(
        cloud.profiles(),
        cloud.rateLimiter(),
        cloud.uploadGate(),
        cloud.erasures(),
        Clock.systemUTC());
  }

  /** Connects to the services while the natives load, by asking for what nobody has. */
  private static void warmUp(Detection.Stores stores, String bucket) {
    MoodId nobody = new MoodId("warm-up", "warm-up");
    PhotoReference nothing = new PhotoReference(bucket, "warm-up", 1, 0, "");
    // Tries to update an entry that is not there, then looks for it: the calls that a verdict
    // takes.
    Claim old = new Claim(MoodTransition.CURRENT, Optional.of("2000-01-01T00:00:00Z"), 0);
    Verdict none = Verdict.failed(MoodError.PHOTO_GONE);
    WarmUp.inBackground(
        "Firestore", () -> stores.moods().finish(nobody, nothing, old, none, false, Instant.EPOCH));
    WarmUp.inBackground("Cloud Storage", () -> stores.photos().read(nothing));
  }

  /** The threads only wait for services, so their number is of no concern. */
  private static Executor background() {
    return Executors.newCachedThreadPool(
        step -> {
          Thread thread = new Thread(step, "detect-background");
          thread.setDaemon(true);
          return thread;
        });
  }
}

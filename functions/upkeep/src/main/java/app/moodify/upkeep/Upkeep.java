package app.moodify.upkeep;

import app.moodify.cloud.Cloud;
import app.moodify.cloud.WarmUp;
import app.moodify.cloud.client.Settings;
import app.moodify.core.person.ExportId;
import app.moodify.core.upkeep.UpkeepStore;
import app.moodify.privacy.Erasure;
import app.moodify.privacy.Export;
import app.moodify.privacy.SecurityTrail;
import app.moodify.privacy.StoredExports;
import app.moodify.telemetry.Operation;
import app.moodify.telemetry.Telemetry;
import app.moodify.telemetry.TraceOrigin;
import com.google.cloud.functions.CloudEventsFunction;
import io.cloudevents.CloudEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Looks after what was left. Triggered by messages on the Pub/Sub topic {@code upkeep}, which Cloud
 * Scheduler sends every 15 minutes; what is in them does not matter. A message that names an export
 * has that one written instead, and nothing else done.
 *
 * <p>Every job goes in batches and stops when its time is over; the next run goes on from there. A
 * job that fails does not keep the others from theirs.
 */
public final class Upkeep implements CloudEventsFunction {
  private static final Logger LOG = Logger.getLogger(Upkeep.class.getName());

  /** The platform's own bound for functions that events call is nine minutes. */
  private static final Duration RUN_TIMEOUT = Duration.ofMinutes(7);

  private final Map<String, Job> jobs;
  private final Predicate<ExportId> exportWriter;
  private final Clock clock;
  private final Duration timeout;
  private final Telemetry telemetry;

  /** Something to look after. */
  interface Job {
    /**
     * Does it, batch by batch.
     *
     * @param end when to stop
     * @return what was done, in a few words for the log
     */
    String run(Instant end);
  }

  /** Used by the functions framework. Takes its settings from the environment. */
  public Upkeep() {
    this(Telemetry.start("upkeep"), Settings.fromEnvironment());
  }

  private Upkeep(Telemetry telemetry, Settings settings) {
    this(telemetry, new Cloud(settings), settings.upkeepPatience());
  }

  private Upkeep(Telemetry telemetry, Cloud cloud, Duration patience) {
    this(
        jobs(cloud, patience, Clock.systemUTC()),
        exportWriter(cloud, Clock.systemUTC()),
        Clock.systemUTC(),
        RUN_TIMEOUT,
        telemetry);
    WarmUp.inBackground("Firestore", () -> cloud.upkeep().progress("warm-up"));
  }

  Upkeep(Map<String, Job> jobs, Predicate<ExportId> exportWriter, Clock clock, Duration timeout) {
    this(jobs, exportWriter, clock, timeout, Telemetry.silent());
  }

  private Upkeep(
      Map<String, Job> jobs,
      Predicate<ExportId> exportWriter,
      Clock clock,
      Duration timeout,
      Telemetry telemetry) {
    this.telemetry = telemetry;
    this.jobs = new LinkedHashMap<>(jobs);
    this.exportWriter = exportWriter;
    this.clock = clock;
    this.timeout = timeout;
  }

  static Map<String, Job> jobs(Cloud cloud, Duration patience, Clock clock) {
    UpkeepStore store = cloud.upkeep();
    SecurityTrail trail = trail(cloud, clock);
    Erasure erasure =
        new Erasure(
            cloud.accounts(),
            cloud.personalDocuments(),
            cloud.personalFiles(),
            cloud.erasures(),
            trail,
            clock,
            Duration.ZERO);
    Map<String, Job> jobs = new LinkedHashMap<>();
    jobs.put(
        "stuck moods",
        new StuckMoods(store, cloud.uploadedPhotos(), cloud.photos(), patience, clock));
    jobs.put(
        "unread photos",
        new UnreadPhotos(store, cloud.uploadedPhotos(), cloud.moods(), patience, clock));
    jobs.put("missing playlists", new MissingPlaylists(store, cloud.playlists(), patience, clock));
    jobs.put("pending erasures", new PendingErasures(cloud.erasures(), erasure, clock));
    jobs.put("unkept moods", new UnkeptMoods(store, cloud.photos(), clock));
    jobs.put("expired documents", new ExpiredDocuments(store, clock));
    jobs.put(
        "expired photos", new ExpiredPhotos(store, cloud.uploadedPhotos(), cloud.photos(), clock));
    jobs.put(
        "orphaned photos",
        new OrphanedPhotos(store, cloud.uploadedPhotos(), cloud.photos(), cloud.moods(), clock));
    jobs.put(
        "orphaned data",
        new OrphanedData(
            store,
            cloud.orphans(),
            cloud.accounts(),
            cloud.personalDocuments(),
            cloud.personalFiles(),
            erasure,
            clock));
    jobs.put("expired exports", new ExpiredExports(storedExports(cloud, clock)));
    jobs.put("account changes", new AccountChanges(store, cloud.accounts(), trail, clock));
    jobs.put("abandoned accounts", new AbandonedAccounts(store, cloud.accounts(), erasure, clock));
    return jobs;
  }

  private static Predicate<ExportId> exportWriter(Cloud cloud, Clock clock) {
    Export export =
        new Export(
            cloud.accounts(),
            cloud.personalDocuments(),
            cloud.personalFiles(),
            trail(cloud, clock),
            clock);
    StoredExports exports = storedExports(cloud, clock);
    return id -> exports.write(id, export);
  }

  private static SecurityTrail trail(Cloud cloud, Clock clock) {
    return new SecurityTrail(cloud.accounts(), cloud.securityEvents(), clock);
  }

  private static StoredExports storedExports(Cloud cloud, Clock clock) {
    return new StoredExports(cloud.exports(), cloud.exportFiles(), cloud.exportQueue(), clock);
  }

  @Override
  public void accept(CloudEvent event) {
    TraceOrigin origin = TraceOrigin.of(event.getExtension(TraceOrigin.TRACEPARENT));
    ExportMessage.read(event)
        .ifPresentOrElse(
            message -> telemetry.handle(message.origin().or(origin), () -> write(message.id())),
            () -> telemetry.handle(origin, this::lookAfterAll));
  }

  private void write(ExportId id) {
    Operation operation = Operation.current();
    operation.label("operation", "export");
    boolean isWritten = operation.step("export", () -> exportWriter.test(id));
    operation.outcome(isWritten ? "written" : "ignored");
  }

  private void lookAfterAll() {
    Instant end = clock.instant().plus(timeout);
    RuntimeException first = null;
    for (Map.Entry<String, Job> job : jobs.entrySet()) {
      try {
        String step = job.getKey().replace(' ', '_');
        String done = Operation.current().step(step, () -> job.getValue().run(end));
        LOG.info("Upkeep of " + job.getKey() + ": " + done);
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "Upkeep of " + job.getKey() + " failed", e);
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }
}

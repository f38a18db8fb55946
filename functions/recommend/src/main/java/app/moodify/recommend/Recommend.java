package app.moodify.recommend;

import app.moodify.cloud.Cloud;
import app.moodify.cloud.WarmUp;
import app.moodify.cloud.client.Settings;
import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.mood.MoodEvent;
import app.moodify.core.mood.MoodEvent.Kind;
import app.moodify.core.mood.MoodEventPublisher;
import app.moodify.core.mood.MoodId;
import app.moodify.core.mood.MoodStatus;
import app.moodify.core.music.CatalogueCache;
import app.moodify.core.music.Feedback;
import app.moodify.core.music.ListenerStore;
import app.moodify.core.music.MusicRequest;
import app.moodify.core.music.Playlist;
import app.moodify.core.music.PlaylistStore;
import app.moodify.core.music.PlaylistStore.MoodAndPlaylist;
import app.moodify.core.person.ErasureLog;
import app.moodify.music.Recommender;
import app.moodify.music.catalogue.Catalogues;
import app.moodify.music.taste.Taste;
import app.moodify.telemetry.Operation;
import app.moodify.telemetry.Telemetry;
import app.moodify.telemetry.TraceOrigin;
import com.google.cloud.functions.CloudEventsFunction;
import io.cloudevents.CloudEvent;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import java.util.logging.Logger;

/**
 * Gives a mood entry its playlist, deletes the playlist of a deleted entry, and publishes what the
 * person did with the entry. Triggered by {@code google.cloud.firestore.document.v1.written} on
 * {@code users/{uid}/moods/{moodId}}.
 *
 * <p>The event only says where to look: what is asked for is read from the entry as it is now, so
 * that duplicate, late and reordered events are idempotent. An exception makes the platform send
 * the event again.
 */
public final class Recommend implements CloudEventsFunction {
  private static final Logger LOG = Logger.getLogger(Recommend.class.getName());
  private static final MoodId NOBODY = new MoodId("warm-up", "warm-up");

  /**
   * For an entry that changes while its music is chosen: its newest state counts. One that goes on
   * changing is left to the event of its last change, which finds it at rest.
   */
  private static final int MAX_ATTEMPTS = 2;

  private final Executor background = Operation.carriedTo(ForkJoinPool.commonPool());

  private final EntryTurns turns = new EntryTurns();
  private final Telemetry telemetry;
  private final PlaylistStore playlists;
  private final ListenerStore listeners;
  private final CatalogueCache catalogueCache;
  private final ErasureLog erasures;
  private final Recommender recommender;
  private final MoodEventPublisher events;
  private final Clock clock;

  /** What the function works with. */
  record Collaborators(
      Telemetry telemetry,
      Cloud cloud,
      MusicSources sources,
      MoodEventPublisher events,
      Clock clock) {

    /** Starts telemetry first, and opens connections in the background. */
    static Collaborators fromEnvironment() {
      Telemetry telemetry = Telemetry.start("recommend");
      Cloud cloud = new Cloud(Settings.fromEnvironment());
      Clock clock = Clock.systemUTC();
      MusicSources sources = MusicSources.of(CatalogueSettings.of(System.getenv()), cloud, clock);
      PlaylistStore playlists = cloud.playlists();
      WarmUp.inBackground("Firestore", () -> playlists.find(NOBODY));
      WarmUp.inBackground("Catalogues", sources.warmUp());
      return new Collaborators(telemetry, cloud, sources, cloud.moodEvents(), clock);
    }
  }

  /** Used by the functions framework. Takes its settings from the environment. */
  public Recommend() {
    this(Collaborators.fromEnvironment());
  }

  Recommend(Collaborators with) {
    telemetry = with.telemetry();
    playlists = with.cloud().playlists();
    listeners = with.cloud().listeners();
    catalogueCache = with.cloud().catalogueCache();
    erasures = with.cloud().erasures();
    recommender = new Recommender(new Catalogues(with.sources().catalogues()), with.clock());
    events = with.events();
    clock = with.clock();
  }

  @Override
  public void accept(CloudEvent event) {
    Optional<MoodWrite> write = MoodWrite.read(event);
    telemetry.handle(
        write
            .map(MoodWrite::origin)
            .orElse(TraceOrigin.UNKNOWN)
            .or(TraceOrigin.of(event.getExtension(TraceOrigin.TRACEPARENT))),
        () -> write.ifPresentOrElse(this::handle, () -> Operation.current().outcome("ignored")));
  }

  private void handle(MoodWrite write) {
    MoodId id = write.id();
    Operation.current().about(id.moodId());
    Optional<MoodStatus> status = write.status();
    if (status.isEmpty() && erasures.isOpen(id.uid())) {
      // Everything goes, in an order of its own: hundreds of these would only be in its way.
      Operation.current().outcome("erasing");
      return;
    }
    if (status.isEmpty()) {
      Operation.current().run("delete", () -> playlists.deleteWithoutMood(id));
      Operation.current().outcome("deleted");
    } else if (status.get() == MoodStatus.READY || status.get() == MoodStatus.UNSURE) {
      try {
        if (!turns.take(id, () -> recommend(id, lookForErasure(id.uid())))) {
          leaveToTheLastChange(id);
        }
      } finally {
        Operation.current().run("flush", this::flush);
      }
    } else {
      LOG.info("Mood " + id + ": " + status.get().key() + ", so there is no music to choose");
      Operation.current().outcome("no_music", status.get().key());
    }
    // Last, for nobody waits for it.
    write.event().ifPresent(kind -> publish(id, kind));
  }

  private void publish(MoodId id, Kind kind) {
    events.publish(new MoodEvent(id, kind, clock.instant()));
    LOG.info("Mood " + id + ": published that it was " + kind.key());
  }

  /** Looks while other things are done. */
  private Supplier<Boolean> lookForErasure(String uid) {
    return CompletableFuture.supplyAsync(
            () -> Operation.current().step("look_for_erasure", () -> erasures.isOpen(uid)),
            background)
        ::join;
  }

  private void recommend(MoodId id, Supplier<Boolean> isErased) {
    Operation operation = Operation.current();
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      MoodAndPlaylist found = operation.step("read", () -> playlists.find(id));
      Optional<MusicRequest> request = found.openRequest();
      if (isErased.get()) {
        // A function that was at work when all of the person's went has written this.
        operation.outcome("erasing");
        return;
      }
      if (request.isEmpty()) {
        LOG.info("Mood " + id + ": it has the music that it asks for");
        operation.outcome("known");
        return;
      }
      // In flight while the catalogues are asked.
      CompletableFuture<List<Feedback>> feedback =
          CompletableFuture.supplyAsync(
              () -> Operation.current().step("read_feedback", () -> listeners.feedback(id.uid())),
              background);
      CompletableFuture<Void> learned = feedback.thenAccept(known -> learn(id.uid(), known));
      Playlist playlist =
          recommender.recommend(request.get(), id, found.givenTrackIds(), feedback::join);
      learned.join();
      if (operation.step("write", () -> playlists.store(id, playlist, clock.instant()))) {
        operation.outcome("playlist");
        LOG.info(
            "Mood %s: playlist of %d tracks, %s, from %s"
                .formatted(
                    id,
                    playlist.tracks().size(),
                    playlist.goal().key(),
                    String.join(" and ", playlist.sources())));
        return;
      }
    }
    leaveToTheLastChange(id);
  }

  private static void leaveToTheLastChange(MoodId id) {
    LOG.info("Mood " + id + ": it is changing, and the event of its last change chooses its music");
    Operation.current().outcome("superseded");
  }

  /** What is not cached is requested again; the person has their music either way. */
  private void flush() {
    try {
      catalogueCache.flush();
    } catch (ServiceUnavailableException e) {
      LOG.warning("The catalogues' responses are not cached: " + e.getMessage());
    }
  }

  private void learn(String uid, List<Feedback> feedback) {
    listeners.storeTaste(uid, Taste.of(feedback).learned(), clock.instant());
  }
}

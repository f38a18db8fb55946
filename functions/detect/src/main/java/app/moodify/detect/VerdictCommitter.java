package app.moodify.detect;

import app.moodify.core.mood.MoodEntry;
import app.moodify.core.mood.MoodEvent;
import app.moodify.core.mood.MoodEvent.Kind;
import app.moodify.core.mood.MoodStore.Claim;
import app.moodify.core.mood.MoodStore.MoodTransition;
import app.moodify.core.mood.Verdict;
import app.moodify.detect.MoodLifecycle.Action;
import app.moodify.detect.MoodLifecycle.Event;
import app.moodify.telemetry.Operation;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Logger;

/** Performs what {@link MoodLifecycle} says once there is a verdict on a photo. */
final class VerdictCommitter {
  private static final Logger LOG = Logger.getLogger(VerdictCommitter.class.getName());

  private final Detection.Stores stores;
  private final Clock clock;

  VerdictCommitter(Detection.Stores stores, Clock clock) {
    this.stores = stores;
    this.clock = clock;
  }

  /**
   * Stores the verdict if the claim still holds, and does what follows from it.
   *
   * @param keepsPhotos whether the person wants the photo kept
   * @throws RuntimeException if it is to be tried again
   */
  void commit(PhotoUpload upload, Verdict verdict, Claim claim, boolean keepsPhotos) {
    new Try(upload, verdict, claim, keepsPhotos)
        .enter(MoodLifecycle.afterClaim(claim.transition()));
  }

  /** One try to bring an entry to its verdict. */
  private final class Try {
    private final PhotoUpload upload;
    private final Verdict verdict;
    private final Claim claim;
    private final boolean keepsPhotos;
    private final Event event;
    private boolean isKept;
    private boolean isDeleted;

    Try(PhotoUpload upload, Verdict verdict, Claim claim, boolean keepsPhotos) {
      this.upload = upload;
      this.verdict = verdict;
      this.claim = claim;
      this.keepsPhotos = keepsPhotos;
      this.event = Event.of(verdict);
    }

    void enter(MoodLifecycle state) {
      if (state != MoodLifecycle.ANALYZING) {
        report(state);
      }
      for (Action action : state.on(event)) {
        if (!isDeleted) {
          step(action).run();
        }
      }
    }

    private Runnable step(Action action) {
      return switch (action) {
        case KEEP_COPY -> this::keepCopy;
        case STORE_VERDICT -> () -> enter(MoodLifecycle.afterStoring(store()));
        case FIND_ENTRY -> this::findEntry;
        case PUBLISH_EVENT -> this::publish;
        case DELETE_UPLOAD -> this::deleteUpload;
        case DELETE_COPY -> this::deleteCopy;
        case DELETE_EARLIER_COPY -> this::deleteEarlierCopy;
        case RETRY -> this::retry;
      };
    }

    private void keepCopy() {
      isKept = keepsPhotos && stores.photos().keep(upload.photo(), upload.id());
    }

    private MoodTransition store() {
      return Operation.current()
          .step(
              "write",
              () ->
                  stores
                      .moods()
                      .finish(
                          upload.id(), upload.photo(), claim, verdict, isKept, clock.instant()));
    }

    private void findEntry() {
      Optional<MoodEntry> entry = stores.moods().find(upload.id());
      isDeleted = entry.isEmpty();
      isKept = entry.flatMap(MoodEntry::photo).map(MoodEntry.StoredPhoto::kept).orElse(false);
    }

    private void publish() {
      stores.events().publish(new MoodEvent(upload.id(), Kind.ANALYZED, clock.instant()));
    }

    private void deleteUpload() {
      Operation.current().run("delete_photo", () -> stores.photos().delete(upload.photo()));
      log("photo " + (isKept ? "kept" : "deleted"));
    }

    private void deleteCopy() {
      stores.photos().deleteKept(upload.photo(), upload.id());
      isKept = false;
    }

    private void deleteEarlierCopy() {
      boolean mayHaveCopy = claim.state().isEmpty();
      if (!isKept && mayHaveCopy) {
        deleteCopy();
      }
    }

    private void retry() {
      throw new IllegalStateException("Mood " + upload.id() + " is to be retried");
    }

    private void report(MoodLifecycle state) {
      Outcome.count(verdict, state);
      log(
          state == MoodLifecycle.CONCLUDED
              ? Outcome.describe(verdict)
              : "generation %d %s, %s"
                  .formatted(upload.photo().generation(), event.key(), state.description()));
    }

    private void log(String line) {
      LOG.info("Mood " + upload.id() + ": " + line);
    }
  }
}

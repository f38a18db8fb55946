package app.moodify.detect;

import app.moodify.core.MoodEntry;
import app.moodify.core.MoodError;
import app.moodify.core.MoodEvent;
import app.moodify.core.MoodEvent.Kind;
import app.moodify.core.MoodEventPublisher;
import app.moodify.core.MoodId;
import app.moodify.core.MoodStatus;
import app.moodify.core.MoodStore;
import app.moodify.core.MoodStore.Claim;
import app.moodify.core.MoodStore.Standing;
import app.moodify.core.PhotoAnalyzer;
import app.moodify.core.PhotoFault;
import app.moodify.core.PhotoReference;
import app.moodify.core.PhotoStore;
import app.moodify.core.ProfileStore;
import app.moodify.core.UnreadablePhotoException;
import app.moodify.core.Verdict;
import app.moodify.telemetry.Work;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brings an uploaded photo to its verdict: read, analyze, copy the photo to where it is kept if its
 * person keeps photos, store the verdict, tell of it, delete the upload. Every step may be
 * repeated. What does not depend on each other is done at the same time, for the person is waiting.
 */
final class Detection {
  private static final Logger LOG = Logger.getLogger(Detection.class.getName());

  /** As the design has it: after an hour of retries nobody waits for the photo any more. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  private final PhotoAnalyzer analyzer;
  private final Stores stores;
  private final Clock clock;
  private final Executor background;

  /** Everything that lies outside of the process. */
  record Stores(
      PhotoStore photos, MoodStore moods, ProfileStore profiles, MoodEventPublisher events) {}

  Detection(PhotoAnalyzer analyzer, Stores stores, Clock clock, Executor background) {
    this.analyzer = new ObservedAnalyzer(analyzer);
    this.stores = stores;
    this.clock = clock;
    this.background = Work.carriedTo(background);
  }

  /**
   * Handles one upload. Returns when the upload is done with; throws if it is to be tried again.
   */
  void handle(PhotoUpload upload) {
    try {
      judge(upload);
    } catch (RuntimeException e) {
      if (Duration.between(upload.at(), clock.instant()).compareTo(PATIENCE) <= 0) {
        throw e;
      }
      LOG.log(Level.SEVERE, "Mood " + upload.id() + ": given up after an hour", e);
      giveUp(upload);
    }
  }

  private void judge(PhotoUpload upload) {
    CompletableFuture<Boolean> keeps =
        inBackground("read_profile", () -> stores.profiles().keepsPhotos(upload.id().uid()));
    try {
      Optional<PhotoFault> fault = faultBySize(upload.photo());
      if (fault.isPresent()) {
        claimAndConclude(upload, () -> failed(fault.get()), keeps);
        return;
      }
      Optional<byte[]> bytes =
          Work.current().step("read_photo", () -> stores.photos().read(upload.photo()));
      if (bytes.isPresent()) {
        claimAndConclude(upload, () -> analyze(upload.id(), bytes.get()), keeps);
      } else {
        photoGone(upload);
      }
    } finally {
      awaitEnd(keeps);
    }
  }

  /** Not before the photo was there: one that is gone must not bring back a deleted entry. */
  private void claimAndConclude(
      PhotoUpload upload, Supplier<Verdict> judging, CompletableFuture<Boolean> keeps) {
    CompletableFuture<Claim> claim =
        inBackground(
            "claim",
            () ->
                stores.moods().claim(upload.id(), upload.photo(), upload.goal(), clock.instant()));
    try {
      Verdict verdict = judging.get();
      conclude(upload, verdict, join(claim), join(keeps));
    } finally {
      awaitEnd(claim);
    }
  }

  private void conclude(PhotoUpload upload, Verdict verdict, Claim claim, boolean keepsPhotos) {
    boolean isCurrent = claim.standing() == Standing.CURRENT;
    // Copied before an entry names it: who deletes the entry then deletes the copy, too.
    boolean isKept = isCurrent && keepsPhotos && stores.photos().keep(upload.photo(), upload.id());
    Standing standing = isCurrent ? finish(upload, claim, verdict, isKept) : claim.standing();
    Outcome.count(verdict, standing);
    switch (standing) {
      case CURRENT -> {
        LOG.info("Mood " + upload.id() + ": " + Outcome.describe(verdict));
        settle(upload, isKept);
        if (!isKept && claim.state().isEmpty()) {
          // The entry was there before: an earlier photo, or an earlier try, may have left a copy.
          stores.photos().deleteKept(upload.photo(), upload.id());
        }
      }
      case DECIDED -> settleAgain(upload);
      case OUTDATED -> LOG.info("Mood " + upload.id() + ": a newer photo has taken its place");
      case DELETED -> {
        LOG.info("Mood " + upload.id() + ": the entry was deleted meanwhile, so is the photo");
        stores.photos().deleteKept(upload.photo(), upload.id());
        stores.photos().delete(upload.photo());
      }
      default ->
          throw new IllegalStateException(
              "Mood " + upload.id() + " was taken back by an older photo; trying again");
    }
  }

  private Standing finish(PhotoUpload upload, Claim claim, Verdict verdict, boolean keepsPhotos) {
    return Work.current()
        .step(
            "write",
            () ->
                stores
                    .moods()
                    .finish(
                        upload.id(), upload.photo(), claim, verdict, keepsPhotos, clock.instant()));
  }

  /** The photo was deleted, or replaced by one whose own event is on its way. */
  private void photoGone(PhotoUpload upload) {
    Verdict gone = Verdict.failed(MoodError.PHOTO_GONE);
    Standing standing = finish(upload, Claim.NONE, gone, false);
    Outcome.count(gone, standing);
    LOG.info(
        "Mood %s: generation %d of the photo is gone, the entry %s"
            .formatted(
                upload.id(),
                upload.photo().generation(),
                standing == Standing.CURRENT ? "has failed" : "stays as it is"));
    if (standing == Standing.CURRENT) {
      settle(upload, false);
      stores.photos().deleteKept(upload.photo(), upload.id());
    } else if (standing == Standing.DECIDED) {
      settleAgain(upload);
    }
  }

  private void giveUp(PhotoUpload upload) {
    Verdict verdict = Verdict.failed(MoodError.GAVE_UP);
    Claim claim = stores.moods().claim(upload.id(), upload.photo(), upload.goal(), clock.instant());
    try {
      conclude(upload, verdict, claim, false);
    } catch (RuntimeException e) {
      if (claim.standing() == Standing.CURRENT && !isDecided(upload)) {
        throw e;
      }
      // The person has the verdict; the bucket's own rule and upkeep delete what is left.
      LOG.log(Level.WARNING, "Mood " + upload.id() + ": not all was cleared up", e);
    }
  }

  private boolean isDecided(PhotoUpload upload) {
    return stores
        .moods()
        .find(upload.id())
        .filter(entry -> entry.status() != MoodStatus.ANALYZING)
        .isPresent();
  }

  /** The verdict was stored by an earlier try, which may have stopped right after it. */
  private void settleAgain(PhotoUpload upload) {
    Optional<MoodEntry> entry = stores.moods().find(upload.id());
    if (entry.isEmpty()) {
      return;
    }
    LOG.info("Mood " + upload.id() + ": has its verdict already");
    boolean kept = entry.get().photo().map(MoodEntry.StoredPhoto::kept).orElse(false);
    settle(upload, kept);
  }

  private void settle(PhotoUpload upload, boolean isKept) {
    stores.events().publish(new MoodEvent(upload.id(), Kind.ANALYZED, clock.instant()));
    Work.current().run("delete_photo", () -> stores.photos().delete(upload.photo()));
    LOG.info("Mood " + upload.id() + ": told, photo " + (isKept ? "kept" : "deleted"));
  }

  private Verdict analyze(MoodId id, byte[] photo) {
    try {
      return Verdict.of(analyzer.analyze(photo));
    } catch (UnreadablePhotoException e) {
      LOG.info("Mood " + id + ": unreadable photo, " + e.getMessage());
      return failed(e.fault());
    }
  }

  private static Verdict failed(PhotoFault fault) {
    return Verdict.failed(MoodError.of(fault));
  }

  private static Optional<PhotoFault> faultBySize(PhotoReference photo) {
    if (photo.size() > PhotoAnalyzer.MAX_BYTES) {
      return Optional.of(PhotoFault.TOO_MANY_BYTES);
    }
    return photo.size() == 0 ? Optional.of(PhotoFault.EMPTY) : Optional.empty();
  }

  private <T> CompletableFuture<T> inBackground(String step, Supplier<T> call) {
    return CompletableFuture.supplyAsync(() -> Work.current().step(step, call::get), background);
  }

  /** The platform takes the processor away once an event has its answer, so nothing may go on. */
  private static void awaitEnd(CompletableFuture<?> call) {
    call.handle((result, fault) -> null).join();
  }

  private static <T> T join(CompletableFuture<T> call) {
    try {
      return call.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}

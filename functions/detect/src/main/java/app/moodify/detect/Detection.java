package app.moodify.detect;

import app.moodify.core.MoodError;
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
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brings an uploaded photo to its verdict: read, analyze, and settle what it has come to, see
 * {@link Settlement}. Every step may be repeated. What does not depend on each other is done at the
 * same time, for the person is waiting.
 */
final class Detection {
  private static final Logger LOG = Logger.getLogger(Detection.class.getName());

  /** By then nobody waits for the photo any more, see docs/decisions/0006-idempotent-events.md. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  private final PhotoAnalyzer analyzer;
  private final Stores stores;
  private final Settlement settlement;
  private final Clock clock;
  private final Background background;

  /** Everything that lies outside of the process. */
  record Stores(
      PhotoStore photos, MoodStore moods, ProfileStore profiles, MoodEventPublisher events) {}

  Detection(PhotoAnalyzer analyzer, Stores stores, Clock clock, Executor background) {
    this.analyzer = new ObservedAnalyzer(analyzer);
    this.stores = stores;
    this.settlement = new Settlement(stores, clock);
    this.clock = clock;
    this.background = new Background(background);
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
        background.start("read_profile", () -> stores.profiles().keepsPhotos(upload.id().uid()));
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
        settlement.photoGone(upload);
      }
    } finally {
      Background.awaitEnd(keeps);
    }
  }

  /** Not before the photo was there: one that is gone must not bring back a deleted entry. */
  private void claimAndConclude(
      PhotoUpload upload, Supplier<Verdict> judging, CompletableFuture<Boolean> keeps) {
    CompletableFuture<Claim> claim =
        background.start(
            "claim",
            () ->
                stores.moods().claim(upload.id(), upload.photo(), upload.goal(), clock.instant()));
    try {
      Verdict verdict = judging.get();
      settlement.conclude(upload, verdict, Background.join(claim), Background.join(keeps));
    } finally {
      Background.awaitEnd(claim);
    }
  }

  private void giveUp(PhotoUpload upload) {
    Verdict verdict = Verdict.failed(MoodError.GAVE_UP);
    Claim claim = stores.moods().claim(upload.id(), upload.photo(), upload.goal(), clock.instant());
    try {
      settlement.conclude(upload, verdict, claim, false);
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
}

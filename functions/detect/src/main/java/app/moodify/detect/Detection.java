package app.moodify.detect;

import app.moodify.core.mood.MoodError;
import app.moodify.core.mood.MoodEventPublisher;
import app.moodify.core.mood.MoodId;
import app.moodify.core.mood.MoodStatus;
import app.moodify.core.mood.MoodStore;
import app.moodify.core.mood.MoodStore.Claim;
import app.moodify.core.mood.MoodStore.MoodTransition;
import app.moodify.core.mood.PhotoReference;
import app.moodify.core.mood.Verdict;
import app.moodify.core.person.ProfileStore;
import app.moodify.core.photo.PhotoAnalyzer;
import app.moodify.core.photo.PhotoFault;
import app.moodify.core.photo.PhotoStore;
import app.moodify.core.photo.UnreadablePhotoException;
import app.moodify.telemetry.Operation;
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
 * {@link VerdictCommitter}. Every step may be repeated. What does not depend on each other is done
 * at the same time, for the person is waiting.
 */
final class Detection {
  private static final Logger LOG = Logger.getLogger(Detection.class.getName());

  /** By then nobody waits for the photo any more, see docs/decisions/0006-idempotent-events.md. */
  private static final Duration RETRY_WINDOW = Duration.ofHours(1);

  private final PhotoAnalyzer analyzer;
  private final Stores stores;
  private final VerdictCommitter settlement;
  private final Clock clock;
  private final Background background;

  /** Everything that lies outside of the process. */
  record Stores(
      PhotoStore photos, MoodStore moods, ProfileStore profiles, MoodEventPublisher events) {}

  Detection(PhotoAnalyzer analyzer, Stores stores, Clock clock, Executor background) {
    this.analyzer = new ObservedAnalyzer(analyzer);
    this.stores = stores;
    this.settlement = new VerdictCommitter(stores, clock);
    this.clock = clock;
    this.background = new Background(background);
  }

  /**
   * Handles one upload. Returns when the upload is done with; throws if it is to be tried again.
   */
  void handle(PhotoUpload upload) {
    try {
      analyze(upload);
    } catch (RuntimeException e) {
      if (Duration.between(upload.at(), clock.instant()).compareTo(RETRY_WINDOW) <= 0) {
        throw e;
      }
      LOG.log(Level.SEVERE, "Mood " + upload.id() + ": given up after an hour", e);
      giveUp(upload);
    }
  }

  private void analyze(PhotoUpload upload) {
    CompletableFuture<Boolean> keeps =
        background.start("read_profile", () -> stores.profiles().keepsPhotos(upload.id().uid()));
    try {
      Optional<PhotoFault> fault = faultBySize(upload.photo());
      if (fault.isPresent()) {
        claimAndConclude(upload, () -> failed(fault.get()), keeps);
        return;
      }
      Optional<byte[]> bytes =
          Operation.current().step("read_photo", () -> stores.photos().read(upload.photo()));
      if (bytes.isPresent()) {
        claimAndConclude(upload, () -> verdictOn(upload.id(), bytes.get()), keeps);
      } else {
        settlement.photoGone(upload);
      }
    } finally {
      Background.awaitEnd(keeps);
    }
  }

  /** Not before the photo was there: one that is gone must not bring back a deleted entry. */
  private void claimAndConclude(
      PhotoUpload upload, Supplier<Verdict> analysis, CompletableFuture<Boolean> keeps) {
    CompletableFuture<Claim> claim =
        background.start(
            "claim",
            () ->
                stores.moods().claim(upload.id(), upload.photo(), upload.goal(), clock.instant()));
    try {
      Verdict verdict = analysis.get();
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
      if (claim.standing() == MoodTransition.CURRENT && !isDecided(upload)) {
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

  private Verdict verdictOn(MoodId id, byte[] photo) {
    try {
      return Verdict.of(analyzer.analyze(photo));
    } catch (UnreadablePhotoException e) {
      LOG.info("Mood " + id + ": unreadable photo, " + e.getMessage());
      return failed(e.fault());
    }
  }

  private static Verdict failed(PhotoFault fault) {
    return Verdict.failed(fault.error());
  }

  private static Optional<PhotoFault> faultBySize(PhotoReference photo) {
    if (photo.size() > PhotoAnalyzer.MAX_BYTES) {
      return Optional.of(PhotoFault.TOO_MANY_BYTES);
    }
    return photo.size() == 0 ? Optional.of(PhotoFault.EMPTY) : Optional.empty();
  }
}

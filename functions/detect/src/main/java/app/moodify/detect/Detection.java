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
import app.moodify.core.photo.PhotoAnalyzer;
import app.moodify.core.photo.PhotoFault;
import app.moodify.core.photo.PhotoStore;
import app.moodify.core.photo.UnreadablePhotoException;
import app.moodify.telemetry.Operation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brings an uploaded photo to its verdict: reads and analyzes it, and raises the event of {@link
 * MoodLifecycle} that this comes to. Steps that do not depend on each other run concurrently, for
 * the person is waiting.
 */
final class Detection {
  private static final Logger LOG = Logger.getLogger(Detection.class.getName());

  private final PhotoAnalyzer analyzer;
  private final Stores stores;
  private final VerdictCommitter committer;
  private final Clock clock;
  private final Admission admission;
  private final Background background;

  /** After so many attempts that were not heard of again, the photo is to blame. */
  private static final int MAX_UNFINISHED = 3;

  /** Everything that lies outside of the process. */
  record Stores(PhotoStore photos, MoodStore moods, MoodEventPublisher events) {}

  Detection(
      PhotoAnalyzer analyzer,
      Stores stores,
      Admission admission,
      Clock clock,
      Executor background) {
    this.analyzer = new ObservedAnalyzer(analyzer);
    this.stores = stores;
    this.admission = admission;
    this.committer = new VerdictCommitter(stores, clock);
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
      if (!MoodLifecycle.isGivenUp(Duration.between(upload.at(), clock.instant()))) {
        throw e;
      }
      LOG.log(Level.SEVERE, "Mood " + upload.id() + ": given up after an hour", e);
      giveUp(upload);
    }
  }

  private void analyze(PhotoUpload upload) {
    Supplier<Admission.Decision> decision = admission.decide(upload, background);
    Optional<PhotoFault> fault = faultBySize(upload.photo());
    Optional<byte[]> bytes;
    try {
      bytes = fault.isPresent() ? Optional.of(new byte[0]) : read(upload.photo());
    } catch (RuntimeException e) {
      awaitEnd(decision);
      throw e;
    }
    Admission.Decision decided = decision.get();
    if (decided.kind() == Admission.Kind.DROP) {
      stores.photos().delete(upload.photo());
      Operation.current().outcome("erased");
    } else if (bytes.isEmpty()) {
      committer.commit(upload, Verdict.failed(MoodError.PHOTO_GONE), Claim.NONE, false);
    } else {
      Supplier<Verdict> verdict =
          fault
              .map(PhotoFault::error)
              .or(decided::refusal)
              .<Supplier<Verdict>>map(error -> () -> Verdict.failed(error))
              .orElse(() -> verdictOn(upload.id(), bytes.get()));
      boolean keeps = decided.keepsPhotos() && decided.kind() == Admission.Kind.READ;
      claimAndCommit(upload, verdict, keeps);
    }
  }

  private Optional<byte[]> read(PhotoReference photo) {
    return Operation.current().step("read_photo", () -> stores.photos().read(photo));
  }

  private static void awaitEnd(Supplier<?> answer) {
    try {
      answer.get();
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "Nobody needs the answer any more", e);
    }
  }

  /**
   * Not before the photo was there: one that is gone must not bring back a deleted entry. And
   * before it is decoded: an attempt that ends the process is to have been counted.
   */
  private void claimAndCommit(PhotoUpload upload, Supplier<Verdict> analysis, boolean keeps) {
    Instant at = clock.instant();
    Claim claim = Operation.current().step("claim", () -> claim(upload, at));
    try {
      Verdict verdict =
          claim.unfinished() >= MAX_UNFINISHED
              ? Verdict.failed(MoodError.INTERRUPTED)
              : analysis.get();
      committer.commit(upload, verdict, claim, keeps);
    } catch (RuntimeException e) {
      release(upload, at, e);
      throw e;
    }
  }

  /** An error that was told of is no attempt that was never heard of again. */
  private void release(PhotoUpload upload, Instant claimedAt, RuntimeException reason) {
    try {
      stores.moods().release(upload.id(), upload.photo(), claimedAt);
    } catch (RuntimeException e) {
      reason.addSuppressed(e);
    }
  }

  private void giveUp(PhotoUpload upload) {
    Verdict verdict = Verdict.failed(MoodError.GAVE_UP);
    Claim claim = claim(upload, clock.instant());
    try {
      committer.commit(upload, verdict, claim, false);
    } catch (RuntimeException e) {
      if (claim.transition() == MoodTransition.CURRENT && !isDecided(upload)) {
        throw e;
      }
      // The person has the verdict; the bucket's own rule and upkeep delete what is left.
      LOG.log(Level.WARNING, "Mood " + upload.id() + ": not all was cleared up", e);
    }
  }

  private Claim claim(PhotoUpload upload, Instant at) {
    return stores.moods().claim(upload.id(), upload.photo(), upload.goal(), at);
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
      return Verdict.of(analyzer.analyze(photo, id.uid()));
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

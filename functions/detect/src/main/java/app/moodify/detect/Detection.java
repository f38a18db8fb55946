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
  private final Background background;

  /** Everything that lies outside of the process. */
  record Stores(
      PhotoStore photos, MoodStore moods, ProfileStore profiles, MoodEventPublisher events) {}

  Detection(PhotoAnalyzer analyzer, Stores stores, Clock clock, Executor background) {
    this.analyzer = new ObservedAnalyzer(analyzer);
    this.stores = stores;
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
    CompletableFuture<Boolean> keeps =
        background.start("read_profile", () -> stores.profiles().keepsPhotos(upload.id().uid()));
    try {
      Optional<PhotoFault> fault = faultBySize(upload.photo());
      if (fault.isPresent()) {
        claimAndCommit(upload, () -> failed(fault.get()), keeps);
        return;
      }
      Optional<byte[]> bytes =
          Operation.current().step("read_photo", () -> stores.photos().read(upload.photo()));
      if (bytes.isPresent()) {
        claimAndCommit(upload, () -> verdictOn(upload.id(), bytes.get()), keeps);
      } else {
        committer.commit(upload, Verdict.failed(MoodError.PHOTO_GONE), Claim.NONE, false);
      }
    } finally {
      Background.awaitEnd(keeps);
    }
  }

  /** Not before the photo was there: one that is gone must not bring back a deleted entry. */
  private void claimAndCommit(
      PhotoUpload upload, Supplier<Verdict> analysis, CompletableFuture<Boolean> keeps) {
    CompletableFuture<Claim> claim = background.start("claim", () -> claim(upload));
    try {
      Verdict verdict = analysis.get();
      committer.commit(upload, verdict, Background.join(claim), Background.join(keeps));
    } finally {
      Background.awaitEnd(claim);
    }
  }

  private void giveUp(PhotoUpload upload) {
    Verdict verdict = Verdict.failed(MoodError.GAVE_UP);
    Claim claim = claim(upload);
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

  private Claim claim(PhotoUpload upload) {
    return stores.moods().claim(upload.id(), upload.photo(), upload.goal(), clock.instant());
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

package app.moodify.detect;

import app.moodify.core.mood.MoodEntry;
import app.moodify.core.mood.MoodError;
import app.moodify.core.mood.MoodEvent;
import app.moodify.core.mood.MoodEvent.Kind;
import app.moodify.core.mood.MoodStore.Claim;
import app.moodify.core.mood.MoodStore.MoodTransition;
import app.moodify.core.mood.Verdict;
import app.moodify.telemetry.Operation;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * What follows from a verdict: the photo is copied to where it is kept if its person keeps photos,
 * the verdict stored and told of, the upload deleted. Every step may be repeated.
 */
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
  void conclude(PhotoUpload upload, Verdict verdict, Claim claim, boolean keepsPhotos) {
    boolean isCurrent = claim.standing() == MoodTransition.CURRENT;
    // Copied before an entry names it: who deletes the entry then deletes the copy, too.
    boolean isKept = isCurrent && keepsPhotos && stores.photos().keep(upload.photo(), upload.id());
    MoodTransition standing = isCurrent ? finish(upload, claim, verdict, isKept) : claim.standing();
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

  private MoodTransition finish(
      PhotoUpload upload, Claim claim, Verdict verdict, boolean keepsPhotos) {
    return Operation.current()
        .step(
            "write",
            () ->
                stores
                    .moods()
                    .finish(
                        upload.id(), upload.photo(), claim, verdict, keepsPhotos, clock.instant()));
  }

  /** The photo was deleted, or replaced by one whose own event is on its way. */
  void photoGone(PhotoUpload upload) {
    Verdict gone = Verdict.failed(MoodError.PHOTO_GONE);
    MoodTransition standing = finish(upload, Claim.NONE, gone, false);
    Outcome.count(gone, standing);
    LOG.info(
        "Mood %s: generation %d of the photo is gone, the entry %s"
            .formatted(
                upload.id(),
                upload.photo().generation(),
                standing == MoodTransition.CURRENT ? "has failed" : "stays as it is"));
    if (standing == MoodTransition.CURRENT) {
      settle(upload, false);
      stores.photos().deleteKept(upload.photo(), upload.id());
    } else if (standing == MoodTransition.DECIDED) {
      settleAgain(upload);
    }
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
    Operation.current().run("delete_photo", () -> stores.photos().delete(upload.photo()));
    LOG.info("Mood " + upload.id() + ": published, photo " + (isKept ? "kept" : "deleted"));
  }
}

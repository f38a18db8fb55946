package app.moodify.detect;

import app.moodify.core.mood.MoodError;
import app.moodify.core.person.ErasureLog;
import app.moodify.core.person.ProfileStore;
import app.moodify.core.person.ProfileStore.PhotoChoices;
import app.moodify.core.person.RateLimit;
import app.moodify.core.person.RateLimiter;
import app.moodify.core.person.UploadGate;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Whether a person's photo may be read at all: not without their consent, not once they are erased,
 * and not too many at once. Asked while the photo is fetched, and answered before it is decoded.
 */
final class Admission {
  /** More than a person takes, and than the slowest instance reads in as long. */
  private static final RateLimit LIMIT = new RateLimit("photos", 40, Duration.ofMinutes(1));

  private final ProfileStore profiles;
  private final RateLimiter limiter;
  private final UploadGate gate;
  private final ErasureLog erasures;
  private final Clock clock;

  /** What may be done with a photo. */
  enum Kind {
    /** It may be read. */
    READ,
    /** It may not, and its person is told why. */
    REFUSE,
    /** There is no such person any more: it goes, and nothing is said. */
    DROP
  }

  /**
   * A decision.
   *
   * @param refusal why it may not be read; empty unless it is refused
   * @param keepsPhotos whether it is to be kept once it is read
   */
  record Decision(Kind kind, Optional<MoodError> refusal, boolean keepsPhotos) {
    static Decision refuse(MoodError error) {
      return new Decision(Kind.REFUSE, Optional.of(error), false);
    }
  }

  Admission(
      ProfileStore profiles,
      RateLimiter limiter,
      UploadGate gate,
      ErasureLog erasures,
      Clock clock) {
    this.profiles = profiles;
    this.limiter = limiter;
    this.gate = gate;
    this.erasures = erasures;
    this.clock = clock;
  }

  /**
   * Begins to decide. A photo that is tried again counts once. The answer throws if a service it
   * needs is out of reach.
   */
  Supplier<Decision> decide(PhotoUpload upload, Background background) {
    String uid = upload.id().uid();
    CompletableFuture<PhotoChoices> choices =
        background.start("read_profile", () -> profiles.photoChoices(uid));
    CompletableFuture<Boolean> erased =
        background.start("look_for_erasure", () -> erasures.isOpen(uid));
    CompletableFuture<Optional<Duration>> wait =
        background.start("count_photo", () -> limiter.take(uid, LIMIT, Optional.of(key(upload))));
    return () -> {
      Background.awaitEnd(CompletableFuture.allOf(choices, erased, wait));
      return decision(
          uid, Background.join(choices), Background.join(erased), Background.join(wait));
    };
  }

  /**
   * The same for every event of an upload and for whatever sends it again, and another one for the
   * next photo of its entry.
   */
  private static String key(PhotoUpload upload) {
    return upload.id().moodId() + "/" + upload.uploadedAt();
  }

  private Decision decision(
      String uid, PhotoChoices choices, boolean isErased, Optional<Duration> wait) {
    if (isErased) {
      return new Decision(Kind.DROP, Optional.empty(), false);
    }
    if (!choices.consents()) {
      return Decision.refuse(MoodError.NO_CONSENT);
    }
    if (wait.isPresent()) {
      gate.closeUntil(uid, clock.instant().plus(wait.get()));
      return Decision.refuse(MoodError.TOO_MANY_PHOTOS);
    }
    return new Decision(Kind.READ, Optional.empty(), choices.keeps());
  }
}

package app.moodify.detect;

import static app.moodify.detect.MoodLifecycle.Action.DELETE_COPY;
import static app.moodify.detect.MoodLifecycle.Action.DELETE_EARLIER_COPY;
import static app.moodify.detect.MoodLifecycle.Action.DELETE_UPLOAD;
import static app.moodify.detect.MoodLifecycle.Action.FIND_ENTRY;
import static app.moodify.detect.MoodLifecycle.Action.KEEP_COPY;
import static app.moodify.detect.MoodLifecycle.Action.PUBLISH_EVENT;
import static app.moodify.detect.MoodLifecycle.Action.RETRY;
import static app.moodify.detect.MoodLifecycle.Action.STORE_VERDICT;

import app.moodify.core.Keyed;
import app.moodify.core.mood.MoodError;
import app.moodify.core.mood.MoodStore.MoodTransition;
import app.moodify.core.mood.Verdict;
import java.time.Duration;
import java.util.List;

/**
 * The life of a mood entry that has a photo, as a state machine. A state is how the photo stands to
 * its entry, which the store's transactions decide; an event is what has become of the photo, which
 * {@link Detection} finds out; {@link VerdictCommitter} performs the actions. Every action is
 * idempotent, so a try may stop anywhere and the next one begin anew: docs/decisions/0006.
 *
 * <p>An error in any state fails the try, and the platform sends the upload again. One that comes
 * after the {@link #RETRY_WINDOW} ends in {@link Event#GAVE_UP}, which is retried itself until the
 * entry has its verdict. Entries that nobody tries any more are found by upkeep.
 */
enum MoodLifecycle implements Keyed {
  /** The entry is this photo's and waits for its verdict. */
  ANALYZING("is being analyzed"),
  /** This try has stored the verdict. */
  CONCLUDED("has its verdict"),
  /** An earlier try has stored the verdict, and may have stopped right after it. */
  DECIDED("has its verdict already"),
  /** A newer photo has taken the entry. Its own event does the rest. */
  OUTDATED("a newer photo has taken its place"),
  /** The entry belongs to an older photo, which has taken it back if this one had claimed it. */
  UNCLAIMED("the entry belongs to an older photo"),
  /** The person has deleted the entry. */
  DELETED("the entry is deleted");

  /** By then nobody waits for the photo any more, see docs/decisions/0006-idempotent-events.md. */
  private static final Duration RETRY_WINDOW = Duration.ofHours(1);

  private final String description;

  MoodLifecycle(String description) {
    this.description = description;
  }

  /** What becomes of a photo. */
  enum Event implements Keyed {
    /** The analyzer has read it. */
    ANALYZED,
    /** It cannot be read, and the fault is its own. */
    FAILED,
    /** Reading it has met errors until the retry window was over. */
    GAVE_UP,
    /** It was deleted, or replaced by one whose own event is on its way. Claims no entry. */
    PHOTO_GONE;

    static Event of(Verdict verdict) {
      if (verdict.error().isEmpty()) {
        return ANALYZED;
      }
      MoodError error = verdict.error().get();
      if (error.equals(MoodError.PHOTO_GONE)) {
        return PHOTO_GONE;
      }
      return error.equals(MoodError.GAVE_UP) ? GAVE_UP : FAILED;
    }
  }

  /** What can be done. */
  enum Action {
    /** Copy the photo to where it is kept, if its person keeps photos. */
    KEEP_COPY,
    /** Store the verdict; what the store returns is the next state. */
    STORE_VERDICT,
    /** Go on only if the entry is still there. */
    FIND_ENTRY,
    /** Publish that the entry has its verdict. */
    PUBLISH_EVENT,
    /** Delete the photo from where it was uploaded to. */
    DELETE_UPLOAD,
    /** Delete what is kept for the entry. */
    DELETE_COPY,
    /** The same, if this photo is not kept and an earlier one, or an earlier try, may have been. */
    DELETE_EARLIER_COPY,
    /** Fail, so that the upload is sent again. */
    RETRY
  }

  /** The transition table: what is done in this state, in this order. */
  List<Action> on(Event event) {
    boolean isRead = event == Event.ANALYZED || event == Event.FAILED;
    boolean isGone = event == Event.PHOTO_GONE;
    return switch (this) {
      // Copied before an entry names it: who deletes the entry then deletes the copy, too.
      case ANALYZING -> isRead ? List.of(KEEP_COPY, STORE_VERDICT) : List.of(STORE_VERDICT);
      case CONCLUDED -> List.of(PUBLISH_EVENT, DELETE_UPLOAD, DELETE_EARLIER_COPY);
      case DECIDED -> List.of(FIND_ENTRY, PUBLISH_EVENT, DELETE_UPLOAD);
      case OUTDATED -> List.of();
      case UNCLAIMED -> isGone ? List.of() : List.of(RETRY);
      case DELETED -> isGone ? List.of() : List.of(DELETE_COPY, DELETE_UPLOAD);
    };
  }

  /** Returns whether an upload that has met an error is not retried any more. */
  static boolean isGivenUp(Duration sinceUpload) {
    return sinceUpload.compareTo(RETRY_WINDOW) > 0;
  }

  /**
   * Returns the state after claiming the entry, or after claiming nothing: whether an earlier try
   * has claimed it turns out when the verdict is to be stored.
   */
  static MoodLifecycle afterClaim(MoodTransition transition) {
    return transition == MoodTransition.UNCLAIMED ? ANALYZING : of(transition, ANALYZING);
  }

  /** Returns the state after storing the verdict. */
  static MoodLifecycle afterStoring(MoodTransition transition) {
    return of(transition, CONCLUDED);
  }

  private static MoodLifecycle of(MoodTransition transition, MoodLifecycle current) {
    return switch (transition) {
      case CURRENT -> current;
      case DECIDED -> DECIDED;
      case OUTDATED -> OUTDATED;
      case UNCLAIMED -> UNCLAIMED;
      case DELETED -> DELETED;
    };
  }

  /** Returns the state in a few words for the log. */
  String description() {
    return description;
  }
}

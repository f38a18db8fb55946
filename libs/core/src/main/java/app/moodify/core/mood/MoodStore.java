package app.moodify.core.mood;

import app.moodify.core.ServiceUnavailableException;
import java.time.Instant;
import java.util.Optional;

/**
 * The mood entries. Entries are keyed on the generation of their photo, so that events are
 * idempotent: one that comes twice, late or out of order changes nothing. Implementations are
 * thread-safe; every method throws {@link ServiceUnavailableException} if the store cannot be
 * reached.
 */
public interface MoodStore {

  /** How a photo stands to the mood entry it belongs to. */
  enum MoodTransition {
    /** The entry is this photo's and has no verdict yet. What was asked for has been stored. */
    CURRENT,
    /** The entry is this photo's and has its verdict. Nothing was changed. */
    DECIDED,
    /** A newer photo has taken the entry. Nothing was changed. */
    OUTDATED,
    /** The entry is older than this photo, which has not claimed it. Nothing was changed. */
    UNCLAIMED,
    /** There is no entry: the person deleted it, or nothing was claimed. Nothing was changed. */
    DELETED
  }

  /**
   * What claiming an entry came to.
   *
   * @param transition how the photo stands to the entry now
   * @param state which state of the entry claiming left behind, in the store's own words; spares
   *     {@link #finish} a look if nobody has changed the entry since
   * @param unfinished how many attempts claimed the entry some seconds before this one and were not
   *     heard of since; duplicates of the same moment do not count
   */
  record Claim(MoodTransition transition, Optional<String> state, int unfinished) {
    /** For a verdict on a photo that has claimed nothing in this attempt. */
    public static final Claim NONE = of(MoodTransition.UNCLAIMED);

    /** A claim that left no state behind that could be gone on from. */
    public static Claim of(MoodTransition transition) {
      return new Claim(transition, Optional.empty(), 0);
    }
  }

  /**
   * Makes the entry this photo's, with status {@link MoodStatus#ANALYZING}. Creates the entry if
   * there is none, and starts it anew if it belongs to an older photo; the goal the person gave to
   * the entry stays. Counts the attempt, which {@link #finish} or {@link #release} ends.
   *
   * @param goal the goal that came with the photo
   * @return a claim that is never {@link MoodTransition#UNCLAIMED} or {@link
   *     MoodTransition#DELETED}
   */
  Claim claim(MoodId id, PhotoReference photo, Optional<Goal> goal, Instant at);

  /**
   * Stores a verdict in an entry that this photo has claimed.
   *
   * @param claim what {@link #claim} returned, or {@link Claim#NONE}
   * @param photoKept whether the photo is kept, and so is at {@link MoodId#keptPhotoPath()} now
   */
  MoodTransition finish(
      MoodId id, PhotoReference photo, Claim claim, Verdict verdict, boolean photoKept, Instant at);

  /**
   * Ends an attempt that has failed and told of it, so that it does not count as unfinished. Does
   * nothing if the entry is not this photo's any more.
   *
   * @param claimedAt the time that {@link #claim} was given
   */
  void release(MoodId id, PhotoReference photo, Instant claimedAt);

  /** Returns an entry, or nothing if there is none or it makes no sense. */
  Optional<MoodEntry> find(MoodId id);
}

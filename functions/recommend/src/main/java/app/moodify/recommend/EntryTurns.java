package app.moodify.recommend;

import app.moodify.core.mood.MoodId;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets events of one mood entry take turns: one is at work and one waits, which will find whatever
 * was written by then, so that there is nothing left to do for all others. Otherwise many wishes in
 * a row, each of which counts for nothing once the next is there, would wait for each other's
 * transactions until some fail. Thread-safe.
 */
final class EntryTurns {
  private static final int MOST = 2;

  private final ConcurrentMap<MoodId, Turns> entries = new ConcurrentHashMap<>();

  /** The lock is held by whoever is at work; the count is changed by {@code compute} only. */
  private record Turns(ReentrantLock lock, int inside) {
    static final Turns NONE = new Turns(new ReentrantLock(), 0);

    Turns entered() {
      return inside == 0 ? new Turns(new ReentrantLock(), 1) : new Turns(lock, inside + 1);
    }

    /** Returns null when nobody is left, which makes the map forget the entry. */
    Turns left() {
      return inside == 1 ? null : new Turns(lock, inside - 1);
    }
  }

  /**
   * Does the work when it is this event's turn.
   *
   * @return false, with nothing done, if another event waits already
   */
  boolean take(MoodId id, Runnable work) {
    boolean[] isIn = new boolean[1];
    Turns turns =
        entries.compute(
            id,
            (key, known) -> {
              Turns before = known == null ? Turns.NONE : known;
              isIn[0] = before.inside() < MOST;
              return isIn[0] ? before.entered() : before;
            });
    if (!isIn[0]) {
      return false;
    }
    turns.lock().lock();
    try {
      work.run();
    } finally {
      turns.lock().unlock();
      entries.computeIfPresent(id, (key, known) -> known.left());
    }
    return true;
  }
}

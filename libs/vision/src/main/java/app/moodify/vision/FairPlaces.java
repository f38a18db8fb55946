package app.moodify.vision;

import app.moodify.core.photo.AnalyzerBusyException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Places that photos wait for, lent to people in turn (fair queueing): nobody has all places, or
 * all places to wait, and a free place goes to whom none was lent for longest. Thread-safe.
 */
final class FairPlaces {
  private final int count;
  private final int maxWaiting;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Waiter> waiting = new ArrayList<>();
  private final Map<String, Integer> lent = new HashMap<>();
  private final Map<String, Long> lastTurn = new HashMap<>();
  private int free;
  private long turns;
  private boolean isClosed;

  private static final class Waiter {
    private final String person;
    private boolean hasPlace;

    Waiter(String person) {
      this.person = person;
    }
  }

  /**
   * Makes free places.
   *
   * @param count how many, 1 or more
   * @param maxWaiting how many may wait for one
   */
  FairPlaces(int count, int maxWaiting) {
    this.count = count;
    this.maxWaiting = maxWaiting;
    this.free = count;
  }

  /**
   * Waits for a place.
   *
   * @throws AnalyzerBusyException if too many wait already, in all or of this person
   */
  void take(String person) {
    lock.lock();
    try {
      Waiter waiter = new Waiter(person);
      waiting.add(waiter);
      lend();
      if (!waiter.hasPlace && (waiting.size() > maxWaiting || waitingOf(person) > mostWaiting())) {
        waiting.remove(waiter);
        forget(person);
        throw new AnalyzerBusyException(
            waiting.size()
                + " photos are waiting already, "
                + waitingOf(person)
                + " of one person");
      }
      while (!waiter.hasPlace) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Gives a person's place back. */
  void giveBack(String person) {
    lock.lock();
    try {
      lent.computeIfPresent(person, (name, places) -> places == 1 ? null : places - 1);
      free++;
      lend();
      forget(person);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until all places are given back, then runs this while none is lent. */
  void runAlone(Runnable last) {
    lock.lock();
    try {
      isClosed = true;
      while (free < count) {
        changed.awaitUninterruptibly();
      }
      last.run();
    } finally {
      isClosed = false;
      lend();
      changed.signalAll();
      lock.unlock();
    }
  }

  private void lend() {
    while (free > 0 && !isClosed) {
      Optional<Waiter> next =
          waiting.stream()
              .filter(waiter -> lent.getOrDefault(waiter.person, 0) < mostLent())
              .min(Comparator.comparingLong(waiter -> lastTurn.getOrDefault(waiter.person, 0L)));
      if (next.isEmpty()) {
        return;
      }
      Waiter waiter = next.get();
      waiter.hasPlace = true;
      waiting.remove(waiter);
      lent.merge(waiter.person, 1, Integer::sum);
      lastTurn.put(waiter.person, ++turns);
      free--;
      changed.signalAll();
    }
  }

  /** Of nobody who has no place and waits for none anything is remembered. */
  private void forget(String person) {
    if (!lent.containsKey(person) && waitingOf(person) == 0) {
      lastTurn.remove(person);
    }
  }

  private int waitingOf(String person) {
    return (int) waiting.stream().filter(waiter -> waiter.person.equals(person)).count();
  }

  /** How many places one person may have: one is left for somebody else, if there are several. */
  private int mostLent() {
    return Math.max(1, count - 1);
  }

  private int mostWaiting() {
    return (maxWaiting + 1) / 2;
  }
}

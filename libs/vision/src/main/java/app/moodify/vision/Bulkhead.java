package app.moodify.vision;

import app.moodify.core.photo.AnalyzerBusyException;
import app.moodify.core.photo.PhotoFault;
import app.moodify.core.photo.UnreadablePhotoException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;

/**
 * Lets few photos in at a time and few wait, those of different people in turn, and gives up on one
 * that takes too long. Thread-safe.
 *
 * <p>A native call cannot be interrupted. A photo that overruns is therefore abandoned: its caller
 * has an answer, its place is another's, and its thread goes on until it ends by itself, on the
 * processor and with its memory. {@link Limits#stuck} such threads are put up with. With one more
 * this process is of no more use: it says so once, and refuses everything until one of them ends.
 */
final class Bulkhead {
  /**
   * Of the time that a photo had, how much a thread must have worked for the photo to be blamed.
   */
  private static final double WORKED = 0.5;

  private final Limits limits;
  private final Runnable whenExhausted;
  private final ToLongFunction<Thread> cpuNanos;
  private final FairPlaces places;
  private final AtomicInteger stuck = new AtomicInteger();
  private final AtomicBoolean isReported = new AtomicBoolean();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "photo-analysis");
            thread.setDaemon(true); // one that is stuck must not keep the process
            return thread;
          });

  /**
   * How much is let in.
   *
   * @param atOnce how many photos are in flight, 1 or more
   * @param waiting how many more may wait for that
   * @param longest how long one may take, waiting not counted
   * @param stuck how many that took longer may go on at the same time
   */
  record Limits(int atOnce, int waiting, Duration longest, int stuck) {}

  /**
   * Makes one whose threads' processor time is measured.
   *
   * @param whenExhausted called once, when more threads are stuck than are put up with
   */
  Bulkhead(Limits limits, Runnable whenExhausted) {
    this(limits, whenExhausted, Bulkhead::measuredNanos);
  }

  Bulkhead(Limits limits, Runnable whenExhausted, ToLongFunction<Thread> cpuNanos) {
    this.limits = limits;
    this.whenExhausted = whenExhausted;
    this.cpuNanos = cpuNanos;
    this.places = new FairPlaces(limits.atOnce, limits.waiting);
  }

  private static long measuredNanos(Thread thread) {
    return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
  }

  /**
   * Runs a step in a thread of its own, as soon as a place is free, and waits for it.
   *
   * @param person whose photo it is
   * @throws UnreadablePhotoException what the step threw, or {@link PhotoFault#TOO_COSTLY} if it
   *     worked for too long
   * @throws AnalyzerBusyException if too many are waiting or stuck, or if the step took too long
   *     but had hardly any of the processor
   */
  <T> T run(String person, Callable<T> step) throws UnreadablePhotoException {
    places.take(person);
    if (stuck.get() > limits.stuck) {
      places.giveBack(person);
      throw new AnalyzerBusyException(stuck + " photos have been abandoned and go on");
    }
    Work<T> work = new Work<>(person, step);
    threads.execute(work);
    return work.await();
  }

  /** Returns whether an abandoned step goes on. */
  boolean hasStuck() {
    return stuck.get() > 0;
  }

  /** Waits for what is in flight, then runs this while nothing else does but what is stuck. */
  void runAlone(Runnable last) {
    places.runAlone(last);
  }

  /** A step in flight; its place is given back once, by whoever settles it first. */
  private final class Work<T> implements Runnable {
    private final String person;
    private final FutureTask<T> task;
    private final AtomicBoolean isSettled = new AtomicBoolean();
    private final CountDownLatch hasBegun = new CountDownLatch(1);

    /** Its place is another's: who has its answer may come again at once. */
    private final CountDownLatch hasLeft = new CountDownLatch(1);

    private volatile Thread thread;
    private volatile long cpuAtStart;

    Work(String person, Callable<T> step) {
      this.person = person;
      this.task = new FutureTask<>(step);
    }

    @Override
    public void run() {
      cpuAtStart = cpuNanos.applyAsLong(Thread.currentThread());
      thread = Thread.currentThread();
      hasBegun.countDown();
      task.run();
      if (isSettled.compareAndSet(false, true)) {
        places.giveBack(person);
      } else {
        stuck.decrementAndGet();
      }
      hasLeft.countDown();
    }

    /** Waits for its end; the time that it may take begins with its thread. */
    T await() throws UnreadablePhotoException {
      boolean isInterrupted = awaitThread();
      long end = System.nanoTime() + limits.longest.toNanos();
      try {
        while (true) {
          try {
            if (hasLeft.await(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
              return task.get();
            }
            if (isSettled.compareAndSet(false, true)) {
              throw abandoned();
            }
            end = System.nanoTime() + limits.longest.toNanos(); // it has just ended
          } catch (InterruptedException e) {
            isInterrupted = true; // for the caller to see; a verdict is near
          }
        }
      } catch (ExecutionException e) {
        throw rethrown(e.getCause());
      } finally {
        if (isInterrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }

    /** Waits until it has a thread, and returns whether it was interrupted meanwhile. */
    private boolean awaitThread() {
      boolean isInterrupted = false;
      while (true) {
        try {
          hasBegun.await();
          return isInterrupted;
        } catch (InterruptedException e) {
          isInterrupted = true;
        }
      }
    }

    private UnreadablePhotoException abandoned() {
      boolean hasWorked = hasWorked();
      if (stuck.incrementAndGet() > limits.stuck && isReported.compareAndSet(false, true)) {
        whenExhausted.run();
      }
      places.giveBack(person);
      if (!hasWorked) {
        throw new AnalyzerBusyException("The processor was not to be had for a photo");
      }
      return new UnreadablePhotoException(
          PhotoFault.TOO_COSTLY, "not done after " + limits.longest.toMillis() + " ms");
    }

    /** Where the processor's time is not measured, the photo is blamed. */
    private boolean hasWorked() {
      long now = cpuNanos.applyAsLong(thread);
      return now < 0 || now - cpuAtStart >= WORKED * limits.longest.toNanos();
    }
  }

  private static UnreadablePhotoException rethrown(Throwable cause) {
    if (cause instanceof UnreadablePhotoException fault) {
      return fault;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    throw cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
  }
}

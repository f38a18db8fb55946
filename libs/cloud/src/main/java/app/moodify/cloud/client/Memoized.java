package app.moodify.cloud.client;

import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Makes a client when it is first asked for, and once. If making it fails, the next call tries
 * again.
 */
public final class Memoized<T> implements Supplier<T> {
  private static final Logger LOG = Logger.getLogger(Memoized.class.getName());

  private final Supplier<T> maker;
  private volatile T made;

  /** Makes the value with {@code maker}, at the first call and not before. */
  public Memoized(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public T get() {
    T value = made;
    if (value == null) {
      synchronized (this) {
        value = made;
        if (value == null) {
          value = maker.get();
          made = value;
        }
      }
    }
    return value;
  }

  /** Ends the client if it was made. The next call of {@link #get} makes a new one. */
  public synchronized void close(Ending<T> ending) {
    T value = made;
    made = null;
    if (value == null) {
      return;
    }
    try {
      ending.end(value);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      // Nothing more will be asked of it, so this must not stop the other clients from ending.
      LOG.log(Level.WARNING, "A client did not end well", e);
    }
  }

  /** How a client is ended. */
  public interface Ending<T> {
    /** Ends a client. */
    void end(T client) throws Exception;
  }
}

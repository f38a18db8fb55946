package app.moodify.privacy;

import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.person.ExportFiles;
import app.moodify.core.person.ExportId;
import app.moodify.core.person.ExportQueue;
import app.moodify.core.person.ExportStore;
import app.moodify.core.person.ExportStore.Requested;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Logger;

/**
 * Exports that take longer than a person's request may: they are written to the bucket in the
 * background, wait there for a day, and are deleted. A person has one under way at most, and one to
 * download. Thread-safe.
 */
public final class StoredExports {
  private static final Logger LOG = Logger.getLogger(StoredExports.class.getName());

  /** As long as the platform tries an event again and again. */
  private static final Duration WRITTEN_WITHIN = Duration.ofHours(1);

  private static final Duration KEPT_FOR = Duration.ofDays(1);
  private static final int BATCH_SIZE = 100;

  private final ExportStore store;
  private final ExportFiles files;
  private final ExportQueue queue;
  private final Clock clock;

  /** Held while one is written, so that several at once take no more memory than one. */
  private final ReentrantLock writing = new ReentrantLock();

  /** Takes the places where exports are noted, kept and asked for. */
  public StoredExports(ExportStore store, ExportFiles files, ExportQueue queue, Clock clock) {
    this.store = store;
    this.files = files;
    this.queue = queue;
    this.clock = clock;
  }

  /**
   * Has an export made in the background.
   *
   * @return the export; the one that is under way if there is one
   */
  public ExportId request(String uid) {
    Instant now = clock.instant();
    Requested requested = store.begin(uid, now, now.plus(WRITTEN_WITHIN));
    if (requested.begun()) {
      try {
        queue.send(requested.id());
      } catch (ServiceUnavailableException e) {
        // Nobody will ever write it, and the next request is to begin another.
        store.delete(requested.id());
        throw e;
      }
    }
    return requested.id();
  }

  /**
   * Writes the file of an export that is still waited for, and deletes the one before.
   *
   * @return whether it is there to be downloaded
   */
  public boolean write(ExportId id, Export export) {
    writing.lock();
    try {
      if (!store.isOpen(id, clock.instant())) {
        LOG.info("Export " + id + ": it is there already, or nobody waits for it any more");
        return false;
      }
      long bytes = files.write(id, out -> export.write(id.uid(), out));
      if (!store.finish(id, bytes, clock.instant().plus(KEPT_FOR))) {
        files.delete(id);
        LOG.info("Export " + id + ": its person is gone");
        return false;
      }
      store.others(id).forEach(this::delete);
      LOG.info("Export " + id + ": written, " + bytes + " bytes");
      return true;
    } finally {
      writing.unlock();
    }
  }

  /**
   * Deletes exports whose time is over.
   *
   * @param end when to stop
   * @return how many
   */
  public int deleteExpired(Instant end) {
    int deleted = 0;
    List<ExportId> batch;
    do {
      batch = store.expired(clock.instant(), BATCH_SIZE);
      batch.forEach(this::delete);
      deleted += batch.size();
    } while (batch.size() == BATCH_SIZE && clock.instant().isBefore(end));
    return deleted;
  }

  /** The file goes first: without the note nobody would find it. */
  private void delete(ExportId id) {
    files.delete(id);
    store.delete(id);
  }
}

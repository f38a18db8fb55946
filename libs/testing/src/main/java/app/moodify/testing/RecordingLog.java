package app.moodify.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** All that is logged below {@code app.moodify} and by OkHttp while it is open. */
public final class RecordingLog extends Handler implements AutoCloseable {
  private static final List<Logger> LOGGERS =
      List.of(Logger.getLogger("app.moodify"), Logger.getLogger("okhttp3"));

  private final List<String> lines = new CopyOnWriteArrayList<>();

  /** Starts to record, whatever the level. */
  public RecordingLog() {
    LOGGERS.forEach(
        logger -> {
          logger.addHandler(this);
          logger.setLevel(Level.ALL);
        });
    setLevel(Level.ALL);
  }

  /** Returns what was logged, one text for each record, with the traces of exceptions. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void publish(LogRecord record) {
    lines.add(new SimpleFormatter().format(record));
  }

  @Override
  public void flush() {
    // Nothing is held back.
  }

  @Override
  public void close() {
    LOGGERS.forEach(
        logger -> {
          logger.removeHandler(this);
          logger.setLevel(null);
        });
  }
}

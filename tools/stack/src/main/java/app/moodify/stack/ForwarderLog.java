package app.moodify.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Sends the forwarder's log to a file, beside those of the processes. */
final class ForwarderLog {

  /** Kept, because a logger that nobody refers to may be forgotten with its handlers. */
  private static final Logger EVENTS = Logger.getLogger("app.moodify.stack.events");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

  private ForwarderLog() {}

  /** One line for each event. */
  private static final class Line extends Formatter {
    @Override
    public String format(LogRecord log) {
      return "%s %s %s%n"
          .formatted(TIME.format(log.getInstant()), log.getLevel(), log.getMessage());
    }
  }

  /** Writes the log to this file and nowhere else. */
  static void to(Path file) throws IOException {
    FileHandler handler = new FileHandler(file.toString());
    handler.setFormatter(new Line());
    EVENTS.setUseParentHandlers(false);
    for (Handler earlier : EVENTS.getHandlers()) {
      EVENTS.removeHandler(earlier);
      earlier.close();
    }
    EVENTS.addHandler(handler);
  }
}

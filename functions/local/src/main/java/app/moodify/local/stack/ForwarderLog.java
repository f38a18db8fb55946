package app.moodify.local.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends the forwarder's log to a file, beside those of the processes. */
final class ForwarderLog {

  /** Kept, because a logger that nobody refers to may be forgotten with its handlers. */
  private static final Logger EVENTS = Logger.getLogger("app.moodify.local.events");

  private ForwarderLog() {}

  /** Writes the log to this file and nowhere else. */
  static void to(Path file) throws IOException {
    FileHandler handler = new FileHandler(file.toString());
    handler.setFormatter(new SimpleFormatter());
    EVENTS.setUseParentHandlers(false);
    for (Handler earlier : EVENTS.getHandlers()) {
      EVENTS.removeHandler(earlier);
      earlier.close();
    }
    EVENTS.addHandler(handler);
  }
}

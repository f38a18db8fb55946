package app.moodify.core.person;

import app.moodify.core.ServiceUnavailableException;

/** Has exports made in the background. Implementations are thread-safe. */
public interface ExportQueue {

  /**
   * Asks for an export to be made. Whoever makes it may be asked more than once.
   *
   * @throws ServiceUnavailableException if nobody could be asked
   */
  void send(ExportId id);
}

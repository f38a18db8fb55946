package app.moodify.core.mood;

import app.moodify.core.ServiceUnavailableException;

/** Publishes events of mood entries, at least once. Implementations are thread-safe. */
public interface MoodEventPublisher {

  /**
   * Publishes an event and waits until it is accepted.
   *
   * @throws ServiceUnavailableException if it was not
   */
  void publish(MoodEvent event);
}

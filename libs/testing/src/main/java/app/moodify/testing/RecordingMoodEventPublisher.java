package app.moodify.testing;

import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.mood.MoodEvent;
import app.moodify.core.mood.MoodEventPublisher;
import app.moodify.core.mood.MoodId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes the events that are published. */
public final class RecordingMoodEventPublisher implements MoodEventPublisher {
  private final List<MoodEvent> events = new CopyOnWriteArrayList<>();
  private volatile boolean down;

  /** Returns the events of an entry, the oldest first. */
  public List<MoodEvent> of(MoodId id) {
    return events.stream().filter(event -> event.id().equals(id)).toList();
  }

  /** Refuses every event while {@code isDown}. */
  public void down(boolean isDown) {
    down = isDown;
  }

  @Override
  public void publish(MoodEvent event) {
    if (down) {
      throw new ServiceUnavailableException("The topic is down", new IllegalStateException());
    }
    events.add(event);
  }
}

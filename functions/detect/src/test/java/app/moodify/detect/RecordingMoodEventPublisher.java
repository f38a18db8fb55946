package app.moodify.detect;

import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.mood.MoodEvent;
import app.moodify.core.mood.MoodEventPublisher;
import app.moodify.core.mood.MoodId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A topic in memory. */
final class RecordingMoodEventPublisher implements MoodEventPublisher {
  private final List<MoodEvent> events = new CopyOnWriteArrayList<>();
  private volatile boolean down;

  List<MoodEvent> of(MoodId id) {
    return events.stream().filter(event -> event.id().equals(id)).toList();
  }

  void down(boolean isDown) {
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

package app.moodify.music.catalogue;

import app.moodify.core.music.MusicRegion;
import app.moodify.core.music.Track;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;

/** A catalogue that answers as the test says, the last answer again and again. */
final class FakeCatalogue implements RemoteCatalogue {
  private final Queue<Step> steps = new ArrayDeque<>();
  private final AtomicInteger asked = new AtomicInteger();

  FakeCatalogue then(Step step) {
    steps.add(step);
    return this;
  }

  FakeCatalogue then(Track... tracks) {
    return then(() -> List.of(tracks));
  }

  FakeCatalogue then(CatalogueException.Kind kind) {
    return then(
        () -> {
          throw new CatalogueException(kind, "scripted");
        });
  }

  int asked() {
    return asked.get();
  }

  @Override
  public String name() {
    return "Scripted";
  }

  @Override
  public String key() {
    return "scripted";
  }

  @Override
  public List<Track> ask(MusicRegion region, Duration limit) throws CatalogueException {
    asked.incrementAndGet();
    Step step;
    synchronized (steps) {
      step = steps.size() > 1 ? steps.remove() : steps.peek();
    }
    return step.answer();
  }

  /** One answer. */
  interface Step {
    List<Track> answer() throws CatalogueException;
  }
}

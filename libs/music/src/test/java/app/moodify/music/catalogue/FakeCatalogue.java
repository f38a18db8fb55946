package app.moodify.music.catalogue;

import app.moodify.core.music.MusicRegion;
import app.moodify.core.music.Track;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;

/** A catalogue that responds as the test says, the last time again and again. */
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
          throw new CatalogueException(kind, "fake");
        });
  }

  int asked() {
    return asked.get();
  }

  @Override
  public String name() {
    return "Fake";
  }

  @Override
  public String key() {
    return "fake";
  }

  @Override
  public List<Track> ask(MusicRegion region, Duration timeout) throws CatalogueException {
    asked.incrementAndGet();
    Step step;
    synchronized (steps) {
      step = steps.size() > 1 ? steps.remove() : steps.peek();
    }
    try {
      return step.respond();
    } catch (InterruptedException e) {
      throw new IllegalStateException("Nobody interrupts a test", e);
    }
  }

  /** One response. */
  interface Step {
    List<Track> respond() throws CatalogueException, InterruptedException;
  }
}

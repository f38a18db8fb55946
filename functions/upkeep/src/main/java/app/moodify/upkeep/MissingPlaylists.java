package app.moodify.upkeep;

import app.moodify.core.mood.MoodId;
import app.moodify.core.music.PlaylistStore;
import app.moodify.core.upkeep.UpkeepStore;
import app.moodify.upkeep.Upkeep.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Entries that ask for music and have none, or that of an older wish: whoever chose it stopped, or
 * the event was lost. They are written once more without a change, for two hours after they were
 * made.
 */
final class MissingPlaylists implements Job {
  /** Who has waited for so long has gone, and asks again when they come back. */
  private static final Duration WORTHWHILE = Duration.ofHours(2);

  private final BatchWalker walker;
  private final UpkeepStore store;
  private final PlaylistStore playlists;
  private final Duration patience;
  private final Clock clock;

  /**
   * @param patience how long a playlist may take
   */
  MissingPlaylists(UpkeepStore store, PlaylistStore playlists, Duration patience, Clock clock) {
    this.walker = new BatchWalker(store, clock);
    this.store = store;
    this.playlists = playlists;
    this.patience = patience;
    this.clock = clock;
  }

  @Override
  public String run(Instant end) {
    Instant now = clock.instant();
    int asked =
        walker.walk(
            "missing-playlists",
            BatchWalker.ALL,
            end,
            from -> store.moodsMade(now.minus(WORTHWHILE), now.minus(patience), from),
            id -> ask(id, now));
    return asked + " asked for once more";
  }

  private int ask(MoodId id, Instant now) {
    if (playlists.find(id).openRequest().isEmpty()) {
      return 0;
    }
    store.touch(id, now);
    return 1;
  }
}

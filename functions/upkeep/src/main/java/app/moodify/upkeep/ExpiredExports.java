package app.moodify.upkeep;

import app.moodify.privacy.StoredExports;
import app.moodify.upkeep.Upkeep.Job;
import java.time.Instant;

/**
 * Exports that were there to be downloaded for a day, and those that nobody could write in time.
 */
final class ExpiredExports implements Job {
  private final StoredExports exports;

  ExpiredExports(StoredExports exports) {
    this.exports = exports;
  }

  @Override
  public String run(Instant end) {
    return exports.deleteExpired(end) + " deleted";
  }
}

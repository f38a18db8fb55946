package app.moodify.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is advanced. */
public final class FakeClock extends Clock {
  private volatile Instant now;

  /** Stands at a moment of its own. */
  public FakeClock() {
    this(Instant.parse("2026-11-22T10:00:00Z"));
  }

  /** Stands at a moment. */
  public FakeClock(Instant now) {
    this.now = now;
  }

  /** Moves it on, or back by a negative duration. */
  public void advance(Duration duration) {
    now = now.plus(duration);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}

package app.moodify.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Holds an answer until it is whole: once a byte is on its way, the status is, and whoever has a
 * part may take it for all. Refuses what becomes too large, or takes too long. Not thread-safe.
 */
final class HeldAnswer extends OutputStream {
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private final int mostBytes;
  private final Clock clock;
  private final Instant end;

  /** The answer does not fit. */
  static final class TooMuchException extends IOException {
    private static final long serialVersionUID = 1L;

    TooMuchException(String reason) {
      super(reason);
    }
  }

  HeldAnswer(int mostBytes, Duration timeout, Clock clock) {
    this.mostBytes = mostBytes;
    this.clock = clock;
    this.end = clock.instant().plus(timeout);
  }

  @Override
  public void write(int each) throws IOException {
    write(new byte[] {(byte) each}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (held.size() + length > mostBytes) {
      throw new TooMuchException("The answer has more than " + mostBytes + " bytes");
    }
    if (clock.instant().isAfter(end)) {
      throw new TooMuchException("The answer takes too long");
    }
    held.write(bytes, from, length);
  }

  int size() {
    return held.size();
  }

  void writeTo(OutputStream out) throws IOException {
    held.writeTo(out);
  }
}

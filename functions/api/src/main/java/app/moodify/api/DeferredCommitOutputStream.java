package app.moodify.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Holds the beginning of an answer back, so that what goes wrong early can still be answered with a
 * problem: once a byte is on its way, the status is.
 */
final class DeferredCommitOutputStream extends OutputStream {
  /** More than the documents of a busy year, packed. */
  private static final int HELD_BYTES = 4 << 20;

  private final Opening opening;
  private ByteArrayOutputStream held = new ByteArrayOutputStream();
  private OutputStream open;

  /** Where the bytes go in the end; asked for once, right before the first of them. */
  interface Opening {
    OutputStream open() throws IOException;
  }

  DeferredCommitOutputStream(Opening opening) {
    this.opening = opening;
  }

  @Override
  public void write(int each) throws IOException {
    write(new byte[] {(byte) each}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    if (open == null && held.size() + length <= HELD_BYTES) {
      held.write(bytes, from, length);
      return;
    }
    release();
    open.write(bytes, from, length);
  }

  @Override
  public void close() throws IOException {
    release();
    open.flush();
  }

  private void release() throws IOException {
    if (open == null) {
      open = opening.open();
      held.writeTo(open);
      held = null;
    }
  }
}

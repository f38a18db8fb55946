package app.moodify.cloud.storage;

import app.moodify.core.person.ExportFiles.Content;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What is written, to be read: a thread writes ahead of the reader by a buffer. Ends only if all
 * was written; reading throws whatever went wrong, so that nobody takes a part for the whole.
 */
final class ContentInputStream extends FilterInputStream {
  private static final Logger LOG = Logger.getLogger(ContentInputStream.class.getName());

  private static final int BUFFER_BYTES = 256 * 1024;

  private final Thread writer;
  private volatile Throwable fault;
  private volatile boolean complete;

  private ContentInputStream(PipedInputStream in, Content content) throws IOException {
    super(in);
    PipedOutputStream out = new PipedOutputStream(in);
    writer = new Thread(() -> write(content, out), "export");
    writer.setDaemon(true);
  }

  /** Begins to write. */
  static ContentInputStream of(Content content) throws IOException {
    ContentInputStream stream = new ContentInputStream(new PipedInputStream(BUFFER_BYTES), content);
    stream.writer.start();
    return stream;
  }

  private void write(Content content, OutputStream out) {
    // Closed after the outcome is noted, which the reader looks for at the end.
    try (out) {
      writeNoting(content, out);
    } catch (IOException e) {
      LOG.log(Level.FINE, "Nobody reads any more", e);
    }
  }

  private void writeNoting(Content content, OutputStream out) {
    try {
      content.writeTo(out);
      complete = true;
    } catch (IOException | RuntimeException e) {
      fault = e;
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int read = super.read(bytes, from, length);
    if (read < 0 && !complete) {
      throw new IOException("What was to be read could not all be written", fault);
    }
    return read;
  }

  /** Ends the writing too: its next byte is refused. */
  @Override
  public void close() throws IOException {
    super.close();
    writer.interrupt();
  }
}

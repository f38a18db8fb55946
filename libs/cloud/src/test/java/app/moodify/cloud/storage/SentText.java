package app.moodify.cloud.storage;

import java.io.IOException;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import okio.GzipSource;
import okio.Okio;

/** What Google's client sent, which it compresses or not. */
final class SentText {
  private SentText() {}

  static String of(RecordedRequest request) throws IOException {
    Buffer sent = new Buffer().write(request.getBody());
    return "gzip".equals(request.getHeaders().get("content-encoding"))
        ? Okio.buffer(new GzipSource(sent)).readUtf8()
        : sent.readUtf8();
  }
}

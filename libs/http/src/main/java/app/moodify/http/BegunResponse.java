package app.moodify.http;

import com.google.cloud.functions.HttpResponse;
import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An answer that knows whether its body has begun. */
final class BegunResponse implements HttpResponse {
  private final HttpResponse response;
  private boolean begun;

  BegunResponse(HttpResponse response) {
    this.response = response;
  }

  /** Returns whether a byte of the body was written, so that nothing else can be answered. */
  boolean hasBegun() {
    return begun;
  }

  @Override
  public OutputStream getOutputStream() throws IOException {
    return new FilterOutputStream(response.getOutputStream()) {
      @Override
      public void write(int each) throws IOException {
        begun = true;
        out.write(each);
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        begun = true;
        out.write(bytes, from, length);
      }
    };
  }

  /** Counts as the beginning, because what goes through it cannot be seen. */
  @Override
  public BufferedWriter getWriter() throws IOException {
    begun = true;
    return response.getWriter();
  }

  @Override
  public void setStatusCode(int code) {
    response.setStatusCode(code);
  }

  @Override
  public void setStatusCode(int code, String message) {
    response.setStatusCode(code, message);
  }

  @Override
  public void setContentType(String contentType) {
    response.setContentType(contentType);
  }

  @Override
  public Optional<String> getContentType() {
    return response.getContentType();
  }

  @Override
  public void appendHeader(String header, String value) {
    response.appendHeader(header, value);
  }

  @Override
  public Map<String, List<String>> getHeaders() {
    return response.getHeaders();
  }
}

package app.moodify.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.testing.FunctionServer;
import com.google.cloud.functions.HttpFunction;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The web server that functions are served by here: what it takes for a request, and what not. */
class WebServerTest {
  private final List<String> served = new CopyOnWriteArrayList<>();

  private final HttpFunction function =
      (request, response) -> {
        request.getInputStream().readAllBytes();
        served.add(request.getMethod() + " " + request.getPath());
        response.setStatusCode(204);
      };

  @AutoClose private final FunctionServer server = FunctionServer.of(function);

  /**
   * A line's end in an extension's quoted text is no end of the chunk's header (CVE-2026-2332): a
   * server that thinks so takes the end of the body for a request of its own.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1;ext=\"val\r\nX\r\n0\r\n\r\n",
        "1;ext=\"\r\nX\r\n0\r\n\r\n",
        "1;a=b;ext=\"v\\\"\r\nX\r\n0\r\n\r\n",
        "1;ext=\"val\nX\r\n0\r\n\r\n",
        "1;\r\r\nX\r\n0\r\n\r\n",
      })
  void noRequestIsSmuggledInABody(String body) throws IOException {
    String answer = exchange("POST", "Transfer-Encoding: chunked\r\n", body);

    assertThat(served).isEmpty();
    assertThat(answer).containsOnlyOnce("HTTP/1.1 ").contains("Connection: close");
    assertThat(answer).doesNotStartWith("HTTP/1.1 2");
  }

  @Test
  void aBodyInChunksWithExtensionsIsRead() throws IOException {
    String answer =
        exchange("POST", "Transfer-Encoding: chunked\r\n", "1;ext=\"val\"\r\nX\r\n0\r\n\r\n");

    assertThat(served).containsExactly("POST /", "GET /smuggled");
    assertThat(answer).startsWith("HTTP/1.1 204 ");
  }

  /** Sends a request, and after its body the beginning of another. */
  private String exchange(String method, String headers, String body) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
      socket.setSoTimeout(2000);
      String request =
          method
              + " / HTTP/1.1\r\nHost: localhost\r\n"
              + headers
              + "\r\n"
              + body
              + "GET /smuggled HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return readAll(socket.getInputStream());
    }
  }

  /** A server that waits for the rest of the chunk answers nothing in that time. */
  private static String readAll(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    byte[] buffer = new byte[4096];
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        text.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
      }
    } catch (SocketTimeoutException e) {
      text.append("(waits)");
    }
    return text.toString();
  }
}

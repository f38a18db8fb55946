package app.moodify.detect;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.person.ContentionException;
import app.moodify.core.person.ProfileStore;
import app.moodify.http.Guard;
import app.moodify.http.Origins;
import app.moodify.testing.FakeProfileStore;
import app.moodify.testing.FunctionServer;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;

/**
 * Analyze in the functions framework, with tokens and photos that say what is to be seen in them.
 */
abstract class AnalyzeInFramework {
  static final String PAGE = "https://moodify.example";

  @AutoClose private static FunctionServer server;

  @BeforeAll
  static void start() {
    server =
        FunctionServer.of(
            new Analyze(guard(), profiles(), new Origins(Set.of(PAGE)), FakePhotoAnalyzer::new));
  }

  /** Everybody has agreed but {@code undecided}. */
  private static ProfileStore profiles() {
    FakeProfileStore profiles = new FakeProfileStore();
    profiles.recordConsent("ada", true, Instant.EPOCH);
    return profiles;
  }

  /**
   * Lets everybody in whose token is good, but {@code hasty} no more, and fails to count who is
   * {@code contended}.
   */
  private static Guard guard() {
    return new Guard(
        Optional.empty(),
        new FakeIdTokenVerifier(),
        (uid, limit, key) ->
            switch (uid) {
              case "hasty" -> Optional.of(Duration.ofMillis(2500));
              case "contended" -> throw new ContentionException(new IllegalStateException());
              default -> Optional.empty();
            });
  }

  /** Sends a request by hand, and reads what comes back until the server hangs up. */
  static String talk(String framing, byte[] chunk, int times) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", server.address().getPort())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      String head =
          "POST /analyses HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer good\r\n" + framing;
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < times; i++) {
        out.write(chunk);
      }
      out.flush();
      return readProblem(socket.getInputStream());
    }
  }

  /** Reads up to the end of the problem, or of what came before the connection was cut. */
  private static String readProblem(InputStream in) throws IOException {
    StringBuilder answer = new StringBuilder();
    int next;
    while (answer.indexOf("}") < 0 && (next = in.read()) >= 0) {
      answer.append((char) next);
    }
    return answer.toString();
  }

  static HttpRequest post(String path, String token, String photo) {
    return HttpRequest.newBuilder(address(path))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "image/jpeg")
        .POST(BodyPublishers.ofString(photo))
        .build();
  }

  static HttpResponse<String> send(HttpRequest request) {
    return server.send(request);
  }

  static URI address(String path) {
    return URI.create(server.address() + path);
  }

  /** Checks what RFC 9457 asks of every problem. */
  static JsonObject problem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type").orElseThrow())
        .startsWith("application/problem+json");
    JsonObject problem = JsonParser.parseString(answer.body()).getAsJsonObject();
    assertThat(problem.keySet()).containsExactly("type", "title", "status", "detail", "code");
    assertThat(problem.get("status").getAsInt()).isEqualTo(status);
    return problem;
  }
}

package app.moodify.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moodify.core.ServiceUnavailableException;
import app.moodify.http.HttpResponder;
import app.moodify.http.HttpResponder.Handler;
import app.moodify.http.Origins;
import app.moodify.http.Problem;
import app.moodify.telemetry.Telemetry;
import app.moodify.testing.FunctionServer;
import com.google.cloud.functions.HttpFunction;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An answer that fails in the middle must not look like a whole one. */
class CutAnswerTest {
  private static final int MORE_THAN_ANY_BUFFER = 1 << 20;

  /** How to fail. */
  private interface Fault {
    void fail() throws IOException, Problem;
  }

  private static final Map<String, Fault> FAULTS =
      Map.of(
          "a store is down",
          () -> {
            throw new ServiceUnavailableException("Down", new IllegalStateException());
          },
          "a mistake",
          () -> {
            throw new IllegalStateException("A mistake");
          },
          "a problem",
          () -> {
            throw new Problem(409, "analyzing", "Later.");
          },
          "a stream that fails",
          () -> {
            throw new IOException("Broken");
          });

  static Stream<Arguments> cuts() {
    return FAULTS.keySet().stream()
        .flatMap(
            fault ->
                Stream.of(MORE_THAN_ANY_BUFFER, 5 * MORE_THAN_ANY_BUFFER)
                    .flatMap(
                        bytes ->
                            Stream.of(
                                Arguments.of(fault, bytes, true),
                                Arguments.of(fault, bytes, false))));
  }

  @ParameterizedTest
  @MethodSource("cuts")
  void theConnectionIsCut(String fault, int bytes, boolean hasLength) {
    try (FunctionServer server = server(fault, bytes, hasLength)) {
      assertThatThrownBy(() -> get(server.address())).isInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @MethodSource("faults")
  void nothingThatWasOnlyBegunIsAnsweredAsASuccess(String fault) throws Exception {
    try (FunctionServer server = server(fault, 1, false)) {
      assertThat(get(server.address()).statusCode()).isEqualTo(500);
    }
  }

  static Stream<String> faults() {
    return FAULTS.keySet().stream();
  }

  private static FunctionServer server(String fault, int bytes, boolean hasLength) {
    HttpResponder responder =
        new HttpResponder(
            Logger.getLogger(CutAnswerTest.class.getName()),
            new Origins(Set.of()),
            Telemetry.silent());
    Handler handler =
        (request, response) -> {
          if (hasLength) {
            response.appendHeader("Content-Length", Integer.toString(2 * bytes));
          }
          response.getOutputStream().write(new byte[bytes]);
          FAULTS.get(fault).fail();
        };
    HttpFunction function = (request, response) -> responder.give(request, response, handler);
    return FunctionServer.of(function);
  }

  private static HttpResponse<byte[]> get(URI address) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
  }
}

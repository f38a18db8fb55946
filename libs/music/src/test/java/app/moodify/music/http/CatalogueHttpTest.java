package app.moodify.music.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moodify.music.catalogue.CatalogueException;
import app.moodify.music.catalogue.CatalogueException.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.Dns;
import okhttp3.Request;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueHttpTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final MockWebServer server = new MockWebServer();
  private CatalogueHttp http;

  @BeforeEach
  void start() throws Exception {
    server.start();
    http = new CatalogueHttp(Set.of(server.getHostName()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private JsonFields get() throws CatalogueException {
    return http.get(request(), LIMIT);
  }

  @Test
  void anAnswerIsReadAlsoIfItIsPacked() throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Encoding", "gzip")
            .body(gzip("{\"name\":\"Ólafur\"}"))
            .build());

    assertThat(get().text("name")).contains("Ólafur");
    assertThat(server.takeRequest().getHeaders().get("Accept-Encoding")).contains("gzip");
  }

  @Test
  void jsonIsUtf8EvenIfTheHeaderSaysOtherwise() throws Exception {
    answer("application/json; charset=iso-8859-1", "{\"name\":\"Ólafur\"}".getBytes());
    assertThat(get().text("name")).contains("Ólafur");
  }

  @Test
  void whatCannotBeUtf8IsReadAsTheHeaderSays() throws Exception {
    byte[] latin = "{\"name\":\"Ólafur\"}".getBytes(StandardCharsets.ISO_8859_1);

    answer("application/json; charset=iso-8859-1", latin);
    assertThat(get().text("name")).contains("Ólafur");

    answer("application/json", latin);
    assertFails(Kind.MALFORMED).hasMessageContaining("garbled");
  }

  @Test
  void aByteOrderMarkIsSkipped() throws Exception {
    answer("application/json", "\ufeff{\"name\":\"Ada\"}".getBytes(StandardCharsets.UTF_8));

    assertThat(get().text("name")).contains("Ada");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<html><body>Welcome</body></html>", "", "[]", "null", "7", "{\"a\":1", "{} {}"})
  void whatIsNoJsonObjectIsMalformed(String body) {
    answer("text/html", body.getBytes());

    assertFails(Kind.MALFORMED);
  }

  @Test
  void nestingWithoutEndIsMalformed() {
    answer("application/json", ("{\"a\":" + "[".repeat(100_000)).getBytes());

    assertFails(Kind.MALFORMED);
  }

  @Test
  void tenMegabytesAreRefused() {
    byte[] large = ("{\"name\":\"" + "x".repeat(10_000_000) + "\"}").getBytes();

    answer("application/json", large);
    assertFails(Kind.MALFORMED).hasMessageContaining("more than 4194304 bytes");

    server.enqueue(new MockResponse.Builder().chunkedBody(new Buffer().write(large), 8192).build());
    assertFails(Kind.MALFORMED).hasMessageContaining("more than 4194304 bytes");
  }

  @Test
  void tenMegabytesThatWerePackedSmallAreRefused() throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Encoding", "gzip")
            .body(gzip("{\"name\":\"" + "x".repeat(10_000_000) + "\"}"))
            .build());

    assertFails(Kind.MALFORMED).hasMessageContaining("more than 4194304 bytes");
  }

  @Test
  void aCutBodyIsAFailure() {
    server.enqueue(
        new MockResponse.Builder()
            .body("{\"name\":\"" + "x".repeat(100_000) + "\"}")
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());

    assertThatThrownBy(this::get).isInstanceOf(CatalogueException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "400, BAD_REQUEST",
    "401, REFUSED",
    "403, REFUSED",
    "404, BAD_REQUEST",
    "429, QUOTA",
    "500, UNREACHABLE",
    "502, UNREACHABLE",
    "503, UNREACHABLE"
  })
  void eachStatusHasItsKind(int status, Kind kind) {
    server.enqueue(new MockResponse.Builder().code(status).body("{\"code\":1}").build());

    assertFails(kind).hasMessageContaining(String.valueOf(status));
  }

  @Test
  void aCatalogueMaySayHowLongToWait() {
    server.enqueue(new MockResponse.Builder().code(429).addHeader("Retry-After", "90").build());

    assertFails(Kind.QUOTA)
        .extracting(CatalogueException::waitFor)
        .asString()
        .contains(Duration.ofSeconds(90).toString());
  }

  @Test
  void anAnswerThatTakesTooLongIsNotWaitedFor() {
    server.enqueue(new MockResponse.Builder().headersDelay(12, TimeUnit.SECONDS).build());
    long start = System.nanoTime();

    assertThatThrownBy(() -> http.get(request(), Duration.ofMillis(200)))
        .isInstanceOf(CatalogueException.class)
        .hasMessageContaining("did not answer in time");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void lookingUpAHostIsNotWaitedForEither() {
    CatalogueHttp deaf =
        new CatalogueHttp(
            Set.of(server.getHostName()),
            host -> {
              try {
                Thread.sleep(8_000);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return Dns.SYSTEM.lookup(host);
            });
    long start = System.nanoTime();

    assertThatThrownBy(() -> deaf.get(request(), Duration.ofMillis(200)))
        .hasMessageContaining("did not answer in time");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void noMessageHoldsTheParametersOfTheRequest() {
    server.enqueue(new MockResponse.Builder().code(403).build());
    server.enqueue(new MockResponse.Builder().body("<secret-id>").build());
    redirect("http://10.0.0.1/?client_id=secret-id");
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());

    for (int answers = 0; answers < 4; answers++) {
      assertThatThrownBy(this::get)
          .satisfies(
              thrown -> {
                for (Throwable each = thrown; each != null; each = each.getCause()) {
                  assertThat(each.toString()).doesNotContain("secret-id");
                }
              });
    }
  }

  private Request request() {
    return new Request.Builder().url(server.url("/tracks?client_id=secret-id")).build();
  }

  private AbstractThrowableAssert<?, CatalogueException> assertFails(Kind kind) {
    AbstractThrowableAssert<?, CatalogueException> failure =
        assertThatThrownBy(this::get)
            .asInstanceOf(InstanceOfAssertFactories.throwable(CatalogueException.class));
    failure.extracting(CatalogueException::kind).isEqualTo(kind);
    return failure;
  }

  private void answer(String contentType, byte[] body) {
    server.enqueue(
        new MockResponse.Builder()
            .setHeader("Content-Type", contentType)
            .body(new Buffer().write(body))
            .build());
  }

  private void redirect(String location) {
    server.enqueue(new MockResponse.Builder().code(302).addHeader("Location", location).build());
  }

  private static Buffer gzip(String text) throws IOException {
    Buffer packed = new Buffer();
    try (BufferedSink sink = Okio.buffer(new GzipSink(packed))) {
      sink.writeUtf8(text);
    }
    return packed;
  }
}

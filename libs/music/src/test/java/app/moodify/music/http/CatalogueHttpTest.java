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
import mockwebserver3.SocketEffect;
import okhttp3.Dns;
import okio.Buffer;
import okio.BufferedSink;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueHttpTest extends StubServer {
  @Test
  void aCompressedResponseIsRead() throws Exception {
    server()
        .enqueue(
            new MockResponse.Builder()
                .addHeader("Content-Encoding", "gzip")
                .body(gzip("{\"name\":\"Ólafur\"}"))
                .build());

    assertThat(get().text("name")).contains("Ólafur");
    assertThat(server().takeRequest().getHeaders().get("Accept-Encoding")).contains("gzip");
  }

  @Test
  void jsonIsUtf8EvenIfTheHeaderSaysOtherwise() throws Exception {
    respond("application/json; charset=iso-8859-1", "{\"name\":\"Ólafur\"}".getBytes());
    assertThat(get().text("name")).contains("Ólafur");
  }

  @Test
  void whatCannotBeUtf8IsReadAsTheHeaderSays() throws Exception {
    byte[] latin = "{\"name\":\"Ólafur\"}".getBytes(StandardCharsets.ISO_8859_1);

    respond("application/json; charset=iso-8859-1", latin);
    assertThat(get().text("name")).contains("Ólafur");

    respond("application/json", latin);
    assertFails(this::get, Kind.MALFORMED).hasMessageContaining("garbled");
  }

  @Test
  void aByteOrderMarkIsSkipped() throws Exception {
    respond("application/json", "\ufeff{\"name\":\"Ada\"}".getBytes(StandardCharsets.UTF_8));

    assertThat(get().text("name")).contains("Ada");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<html><body>Welcome</body></html>", "", "[]", "null", "7", "{\"a\":1", "{} {}"})
  void whatIsNoJsonObjectIsMalformed(String body) {
    respond("text/html", body.getBytes());

    assertFails(this::get, Kind.MALFORMED);
  }

  @Test
  void nestingWithoutEndIsMalformed() {
    respond("application/json", ("{\"a\":" + "[".repeat(100_000)).getBytes());

    assertFails(this::get, Kind.MALFORMED);
  }

  @Test
  void tenMegabytesAreRefused() {
    byte[] large = ("{\"name\":\"" + "x".repeat(10_000_000) + "\"}").getBytes();

    respond("application/json", large);
    assertFails(this::get, Kind.MALFORMED).hasMessageContaining("more than 4194304 bytes");

    server()
        .enqueue(new MockResponse.Builder().chunkedBody(new Buffer().write(large), 8192).build());
    assertFails(this::get, Kind.MALFORMED).hasMessageContaining("more than 4194304 bytes");
  }

  @Test
  void tenMegabytesThatWereCompressedAreRefused() throws Exception {
    server()
        .enqueue(
            new MockResponse.Builder()
                .addHeader("Content-Encoding", "gzip")
                .body(gzip("{\"name\":\"" + "x".repeat(10_000_000) + "\"}"))
                .build());

    assertFails(this::get, Kind.MALFORMED).hasMessageContaining("more than 4194304 bytes");
  }

  @Test
  void aCutBodyIsAFailure() {
    server()
        .enqueue(
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
    respond(status);

    assertFails(this::get, kind).hasMessageContaining(String.valueOf(status));
  }

  @Test
  void retryAfterIsRead() {
    server().enqueue(new MockResponse.Builder().code(429).addHeader("Retry-After", "90").build());

    assertFails(this::get, Kind.QUOTA)
        .extracting(CatalogueException::retryAfter)
        .asString()
        .contains(Duration.ofSeconds(90).toString());
  }

  @Test
  void aResponseThatTakesTooLongIsNotWaitedFor() {
    server().enqueue(new MockResponse.Builder().headersDelay(12, TimeUnit.SECONDS).build());
    long start = System.nanoTime();

    assertThatThrownBy(() -> http().get(request(), Duration.ofMillis(200)))
        .isInstanceOf(CatalogueException.class)
        .hasMessageContaining("did not answer in time");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void lookingUpAHostIsNotWaitedForEither() {
    CatalogueHttp slow =
        new CatalogueHttp(
            Set.of(server().getHostName()),
            host -> {
              try {
                Thread.sleep(8_000);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return Dns.SYSTEM.lookup(host);
            });
    long start = System.nanoTime();

    assertThatThrownBy(() -> slow.get(request(), Duration.ofMillis(200)))
        .hasMessageContaining("did not answer in time");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void noMessageHoldsTheParametersOfTheRequest() {
    respond(403);
    server().enqueue(new MockResponse.Builder().body("<secret-id>").build());
    redirect("http://10.0.0.1/?client_id=secret-id");
    server()
        .enqueue(
            new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());

    for (int responses = 0; responses < 4; responses++) {
      assertThatThrownBy(this::get)
          .satisfies(
              thrown -> {
                for (Throwable each = thrown; each != null; each = each.getCause()) {
                  assertThat(each.toString()).doesNotContain("secret-id");
                }
              });
    }
  }

  private static Buffer gzip(String text) throws IOException {
    Buffer packed = new Buffer();
    try (BufferedSink sink = Okio.buffer(new GzipSink(packed))) {
      sink.writeUtf8(text);
    }
    return packed;
  }
}

package app.moodify.music.audius;

import static app.moodify.music.audius.AudiusResponses.FULL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moodify.core.music.Track;
import app.moodify.music.catalogue.CatalogueException;
import app.moodify.music.catalogue.Regions;
import app.moodify.music.http.CatalogueHttp;
import app.moodify.testing.FakeClock;
import app.moodify.testing.RecordingLog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AudiusHostsTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final AudiusKeys KEYS =
      new AudiusKeys(Optional.of("key-1"), Optional.of("secret-token"));

  private final FakeClock clock = new FakeClock();
  private final Host first = new Host();
  private final Host second = new Host();
  private AudiusCatalogue audius;

  @BeforeEach
  void start() throws Exception {
    first.server.start();
    second.server.start();
    audius =
        new AudiusCatalogue(
            new CatalogueHttp(Set.of(first.server.getHostName())),
            List.of(first.address(), second.address()),
            KEYS,
            clock);
  }

  @AfterEach
  void stop() {
    first.server.close();
    second.server.close();
  }

  @Test
  void theFirstHostIsAskedAsLongAsItAnswers() throws Exception {
    ask();
    ask();

    assertThat(second.server.getRequestCount()).isZero();
  }

  @Test
  void afterAFailureTheNextHostIsAskedUntilAMinuteIsOver() throws Exception {
    first.status = 500;
    assertThatThrownBy(this::ask).isInstanceOf(CatalogueException.class);
    int asked = first.server.getRequestCount();

    List<Track> tracks = ask();

    assertThat(tracks).hasSize(1);
    assertThat(tracks.get(0).links().orElseThrow().audio().url())
        .isEqualTo(second.server.url("/v1/tracks/Ab3dE/stream?app_name=Moodify").uri());
    assertThat(first.server.getRequestCount()).isEqualTo(asked);

    first.status = 200;
    clock.advance(Duration.ofSeconds(61));
    ask();
    assertThat(first.server.getRequestCount()).isGreaterThan(asked);
  }

  @Test
  void whenAllHostsFailedTheOneWhosePauseEndsFirstIsAskedAgain() throws Exception {
    first.status = 503;
    second.status = 503;
    assertThatThrownBy(this::ask).isInstanceOf(CatalogueException.class);
    clock.advance(Duration.ofSeconds(1));
    assertThatThrownBy(this::ask).isInstanceOf(CatalogueException.class);
    first.status = 200;

    assertThat(ask()).hasSize(1);
  }

  @Test
  void keysGoToTheHostsOfTheSettings() throws Exception {
    ask();

    RecordedRequest request = first.server.takeRequest();
    assertThat(request.getUrl().queryParameter("api_key")).isEqualTo("key-1");
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer secret-token");
  }

  @Test
  void keysAreInNoTrackAndNoLogAndNoMessage() throws Exception {
    try (RecordingLog log = new RecordingLog()) {
      assertThat(ask().toString()).doesNotContain("key-1").doesNotContain("secret-token");
      first.status = 403;
      assertThatThrownBy(this::ask)
          .hasMessageNotContaining("key-1")
          .hasMessageNotContaining("secret-token");
      assertThat(log.lines()).noneMatch(line -> line.matches("(?s).*(key-1|secret-token).*"));
      assertThat(KEYS.toString()).doesNotContain("key-1").doesNotContain("secret-token");
    }
  }

  @Test
  void aRootThatListsHostsAddsThemBehindTheOthers() {
    AudiusHosts hosts = new AudiusHosts(List.of(first.address()), clock);

    hosts.add(List.of(HttpUrl.get("https://a.example/"), first.address()));

    assertThat(hosts.all()).containsExactly(first.address(), HttpUrl.get("https://a.example/"));
    assertThat(hosts.isConfigured(first.address())).isTrue();
    assertThat(hosts.isConfigured(HttpUrl.get("https://a.example/"))).isFalse();
  }

  @Test
  void hostsThatAHostNamedDoNotGetTheToken() throws Exception {
    AudiusHosts hosts = new AudiusHosts(List.of(first.address()), clock);
    hosts.add(List.of(second.address()));
    hosts.failed(first.address());
    CatalogueHttp http = new CatalogueHttp(Set.of(first.server.getHostName()));

    new AudiusCatalogue(http, hosts, KEYS).ask(Regions.PEACEFUL, TIMEOUT);

    RecordedRequest request = second.server.takeRequest();
    assertThat(request.getHeaders().get("Authorization")).isNull();
    assertThat(request.getUrl().queryParameter("api_key")).isEqualTo("key-1");
  }

  @Test
  void theRootOfTheFirstHostIsAskedForOthers() throws Exception {
    AudiusHosts hosts = new AudiusHosts(List.of(first.address()), clock);
    first.root =
        "{\"data\":[\"https://a.example\",\"https://b.example/path\",\"http://c.example\"]}";
    CatalogueHttp http = new CatalogueHttp(Set.of(first.server.getHostName()));

    new AudiusCatalogue(http, hosts, KEYS).discover();

    assertThat(hosts.all())
        .containsExactly(
            first.address(), HttpUrl.get("https://a.example/"), HttpUrl.get("https://b.example/"));
    assertThat(first.server.takeRequest().getUrl().queryParameter("app_name")).isEqualTo("Moodify");
  }

  @Test
  void aRootThatListsNoHostsOrFailsChangesNothing() throws Exception {
    for (String root :
        List.of(
            "{\"env\":\"prod\",\"git\":\"abc\",\"uptime\":\"1h\"}",
            "{\"data\":\"https://a.example\"}",
            "{\"data\":[7,null,\"ftp://a.example\",\"http://a.example\",\"\"]}",
            "<html>")) {
      first.root = root;
      audius.discover();
    }
    first.status = 500;
    audius.discover();

    first.status = 200;
    assertThat(ask()).hasSize(1);
  }

  private List<Track> ask() throws CatalogueException {
    return audius.ask(Regions.PEACEFUL, TIMEOUT);
  }

  private static final class Host extends Dispatcher {
    private final MockWebServer server = new MockWebServer();
    private volatile int status = 200;
    private volatile String root = "{}";

    Host() {
      server.setDispatcher(this);
    }

    HttpUrl address() {
      return server.url("/");
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
      String body = request.getUrl().encodedPath().equals("/") ? root : AudiusResponses.of(FULL);
      return new MockResponse.Builder().code(status).body(body).build();
    }
  }
}

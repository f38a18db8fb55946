package app.moodify.music.jamendo;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.moodify.core.music.Track;
import app.moodify.music.catalogue.CatalogueException;
import app.moodify.music.catalogue.Regions;
import app.moodify.music.http.CatalogueHttp;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A host that plays Jamendo, and a catalogue that asks it. */
abstract class JamendoServer {
  protected static final String CLIENT_ID = "secret-id";
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final MockWebServer server = new MockWebServer();
  private JamendoCatalogue jamendo;

  protected final MockWebServer server() {
    return server;
  }

  @BeforeEach
  void start() throws Exception {
    server.start();
    jamendo =
        new JamendoCatalogue(
            new CatalogueHttp(Set.of(server.getHostName())), server.url("/v3.0/"), CLIENT_ID);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  protected final List<Track> ask() throws CatalogueException {
    return jamendo.ask(Regions.PEACEFUL, LIMIT);
  }

  protected final CatalogueException failure() {
    return catchThrowableOfType(CatalogueException.class, this::ask);
  }

  protected final void answer(String body) {
    server.enqueue(
        new MockResponse.Builder()
            .setHeader("Content-Type", "application/json")
            .body(body)
            .build());
  }
}

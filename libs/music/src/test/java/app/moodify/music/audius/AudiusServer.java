package app.moodify.music.audius;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.moodify.core.music.Track;
import app.moodify.music.catalogue.CatalogueException;
import app.moodify.music.catalogue.Regions;
import app.moodify.music.http.CatalogueHttp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.QueueDispatcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A host that plays Audius, and a catalogue that asks it. */
abstract class AudiusServer {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final MockWebServer server = new MockWebServer();
  private AudiusCatalogue audius;

  protected final MockWebServer server() {
    return server;
  }

  @BeforeEach
  void start() throws Exception {
    QueueDispatcher answers = new QueueDispatcher();
    answers.setFailFast(new MockResponse.Builder().body(AudiusAnswers.of()).build());
    server.setDispatcher(answers);
    server.start();
    audius =
        new AudiusCatalogue(
            new CatalogueHttp(Set.of(server.getHostName())),
            List.of(server.url("/")),
            AudiusKeys.NONE,
            InstantSource.system());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Gives an answer; those after the last are empty, so that wider questions find no more. */
  protected final void answer(String body) {
    server.enqueue(
        new MockResponse.Builder()
            .setHeader("Content-Type", "application/json")
            .body(body)
            .build());
  }

  protected final void fail(int status) {
    server.enqueue(
        new MockResponse.Builder()
            .code(status)
            .body("{\"code\":" + status + ",\"error\":\"no\"}")
            .build());
  }

  protected final List<Track> ask() throws CatalogueException {
    return audius.ask(Regions.PEACEFUL, LIMIT);
  }

  protected final CatalogueException failure() {
    return catchThrowableOfType(CatalogueException.class, this::ask);
  }
}

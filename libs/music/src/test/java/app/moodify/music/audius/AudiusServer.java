package app.moodify.music.audius;

import app.moodify.core.music.Track;
import app.moodify.music.catalogue.CatalogueException;
import app.moodify.music.catalogue.Regions;
import app.moodify.music.http.StubServer;
import java.time.InstantSource;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.QueueDispatcher;
import org.junit.jupiter.api.BeforeEach;

/** A stub server for Audius, and a catalogue that asks it. */
abstract class AudiusServer extends StubServer {
  /** Responses after the last one are empty, so that wider requests find no more. */
  @BeforeEach
  final void beEmptyAtLast() {
    QueueDispatcher queue = new QueueDispatcher();
    queue.setFailFast(new MockResponse.Builder().body(AudiusResponses.of()).build());
    server().setDispatcher(queue);
  }

  protected final List<Track> ask() throws CatalogueException {
    return new AudiusCatalogue(
            http(), List.of(server().url("/")), AudiusKeys.NONE, InstantSource.system())
        .ask(Regions.PEACEFUL, TIMEOUT);
  }
}

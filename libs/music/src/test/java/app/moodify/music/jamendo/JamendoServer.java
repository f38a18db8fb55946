package app.moodify.music.jamendo;

import app.moodify.core.music.Track;
import app.moodify.music.catalogue.CatalogueException;
import app.moodify.music.catalogue.Regions;
import app.moodify.music.http.StubServer;
import java.util.List;

/** A stub server for Jamendo, and a catalogue that asks it. */
abstract class JamendoServer extends StubServer {
  protected static final String CLIENT_ID = "secret-id";

  protected final List<Track> ask() throws CatalogueException {
    return new JamendoCatalogue(http(), server().url("/v3.0/"), CLIENT_ID)
        .ask(Regions.PEACEFUL, TIMEOUT);
  }
}

package app.moodify.music.catalogue;

import app.moodify.core.music.MusicRegion;
import app.moodify.core.music.Track;
import java.time.Duration;
import java.util.List;

/** A catalogue on the network as it is, without retries or a cache. Thread-safe. */
public interface RemoteCatalogue {

  /** Returns the catalogue's name, as the person sees it. */
  String name();

  /** Returns its short name, which the ids of its tracks begin with, such as {@code jamendo}. */
  String key();

  /**
   * Asks once. An empty list means that the catalogue has nothing that fits.
   *
   * @param region what the music is to sound like
   * @param timeout how long it may take in all
   */
  List<Track> ask(MusicRegion region, Duration timeout) throws CatalogueException;
}

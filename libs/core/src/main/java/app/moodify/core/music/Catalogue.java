package app.moodify.core.music;

import app.moodify.core.mood.Affect;
import java.io.IOException;
import java.util.List;

/** A place to find music. Implementations are thread-safe. */
public interface Catalogue {

  /**
   * What to look for.
   *
   * @param region the part of the plane that the music is to lie in; the response of a catalogue on
   *     the network depends on nothing else, so that it can be cached
   * @param target where in it the music is wanted, for a catalogue that knows
   * @param size how many tracks are asked for
   * @param seed of what is random, for a catalogue that draws its music: another seed, other music
   */
  record Query(MusicRegion region, Affect target, int size, long seed) {

    /** Rejects a size that is not positive. */
    public Query {
      if (size < 1) {
        throw new IllegalArgumentException("A query must ask for a track, not for " + size);
      }
    }
  }

  /** Returns the catalogue's name, as shown to the person. */
  String name();

  /**
   * Finds tracks in the region, the best first, about as many as asked for; the same query may find
   * other tracks another day. An empty list means that nothing fits.
   *
   * @throws IOException if the catalogue cannot be asked, or its response makes no sense
   */
  List<Track> find(Query query) throws IOException;
}

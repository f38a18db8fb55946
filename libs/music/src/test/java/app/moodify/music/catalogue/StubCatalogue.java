package app.moodify.music.catalogue;

import app.moodify.core.music.Catalogue;
import app.moodify.core.music.Track;
import java.io.IOException;
import java.util.List;

/**
 * A catalogue that finds what the test says.
 *
 * @param name its name
 * @param find what it does with a query
 */
public record StubCatalogue(String name, Find find) implements Catalogue {
  /** What to do with a query. */
  public interface Find {
    /** Finds tracks, or fails. */
    List<Track> find(Query query) throws IOException;
  }

  @Override
  public List<Track> find(Query query) throws IOException {
    return find.find(query);
  }
}

package app.moodify.music.songs;

import app.moodify.core.music.Catalogue;
import app.moodify.core.music.SongStore;
import app.moodify.core.music.Track;
import java.util.List;

/** The songs that somebody imported. */
public final class SongCatalogue implements Catalogue {
  static final String NAME = "Your songs";
  static final String KEY = "own";

  private final SongStore songs;

  /** Takes the place where the songs are kept. */
  public SongCatalogue(SongStore songs) {
    this.songs = songs;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Track> find(Query query) {
    return songs.near(query.target(), query.size());
  }
}

package app.moodify.lab.simulate;

import app.moodify.core.mood.Affect;

/**
 * Genres of synthetic songs, with how common they are and where they mostly lie. The shares follow
 * the counts of the MTG-Jamendo data set (Bogdanov and others, 2019), rounded; the places are ours.
 */
enum Genre {
  ELECTRONIC("Electronic", 16, 0.2, 0.4),
  SOUNDTRACK("Soundtrack", 8, -0.1, 0.0),
  POP("Pop", 8, 0.5, 0.3),
  AMBIENT("Ambient", 8, 0.1, -0.7),
  ROCK("Rock", 7, 0.0, 0.5),
  CLASSICAL("Classical", 6, 0.1, -0.4),
  LOFI("Lo-Fi", 4, 0.2, -0.5),
  FOLK("Folk", 4, 0.2, -0.3),
  HIP_HOP("Hip-Hop/Rap", 4, 0.0, 0.3),
  JAZZ("Jazz", 3, 0.3, -0.1),
  WORLD("World", 2, 0.4, 0.1),
  FUNK("Funk", 2, 0.6, 0.5),
  METAL("Metal", 2, -0.5, 0.8),
  BLUES("Blues", 1, -0.4, -0.2),
  REGGAE("Reggae", 1, 0.6, 0.1),
  COUNTRY("Country", 1, 0.3, 0.0),
  LATIN("Latin", 1, 0.7, 0.5),
  HARD_ROCK("Hard Rock", 1, -0.2, 0.7),
  GRUNGE("Grunge", 1, -0.5, 0.4);

  private final String word;
  private final int share;
  private final Affect place;

  Genre(String word, int share, double valence, double arousal) {
    this.word = word;
    this.share = share;
    this.place = new Affect(valence, arousal);
  }

  /** The catalogues' word. */
  String word() {
    return word;
  }

  int share() {
    return share;
  }

  Affect place() {
    return place;
  }
}

package app.moodify.music.catalogue;

/** Which tracks are music to put on a playlist, by their length. */
public final class Playable {
  /** Shorter ones are jingles and previews. */
  public static final int SHORTEST_SECONDS = 60;

  /** Longer ones are mixes, shows and books. */
  public static final int LONGEST_SECONDS = 900;

  private Playable() {}

  /** Returns whether a track of this length may be on a playlist. */
  public static boolean isPlayable(long durationSeconds) {
    return durationSeconds >= SHORTEST_SECONDS && durationSeconds <= LONGEST_SECONDS;
  }
}

package app.moodify.music.originals;

import app.moodify.core.mood.Affect;
import app.moodify.core.music.Recipe;

/**
 * How fast and how long the page's composer makes a piece. The same formulas are in {@code
 * hosting/src/composer/notes/character.ts}, and change together with these.
 */
final class PieceTiming {
  /** A bar of four beats lasts this many seconds at one beat per minute. */
  private static final double SECONDS_TIMES_TEMPO_OF_A_BAR = 240;

  private PieceTiming() {}

  /**
   * Returns how long the piece of a recipe lasts, to the second: whole phrases of four bars of four
   * beats; lively pieces are short, quiet ones take their time.
   */
  static int seconds(Recipe recipe) {
    double secondsOfAPhrase = 4 * SECONDS_TIMES_TEMPO_OF_A_BAR / tempo(recipe.affect());
    double seconds = 170 - 45 * recipe.affect().arousal() + Math.floorMod(recipe.seed() * 7, 16);
    return (int) Math.round(Math.round(seconds / secondsOfAPhrase) * secondsOfAPhrase);
  }

  /** Returns the tempo of a piece, in beats per minute. */
  static long tempo(Affect affect) {
    return Math.round(110 + 50 * affect.arousal());
  }
}

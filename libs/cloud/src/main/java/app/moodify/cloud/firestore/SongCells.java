package app.moodify.cloud.firestore;

import app.moodify.core.mood.Affect;
import java.util.ArrayList;
import java.util.List;

/**
 * A grid over the plane of valence and arousal, by which songs near a place are found with one
 * query for equality, which needs no index of its own.
 */
final class SongCells {
  /** Cells in each direction, each a quarter wide: 64 in all. */
  private static final int CELLS = 8;

  /** Two cells around: songs up to half the way from neutral to the edge. At most 25 cells. */
  private static final int REACH = 2;

  private SongCells() {}

  /** Returns the number of the cell that a place is in. */
  static long of(Affect place) {
    return (long) CELLS * cell(place.valence()) + cell(place.arousal());
  }

  /** Returns the numbers of the cells around a place: not more than a query may name, 30. */
  static List<Long> around(Affect place) {
    List<Long> cells = new ArrayList<>();
    int valence = cell(place.valence());
    int arousal = cell(place.arousal());
    for (int v = Math.max(0, valence - REACH); v <= Math.min(CELLS - 1, valence + REACH); v++) {
      for (int a = Math.max(0, arousal - REACH); a <= Math.min(CELLS - 1, arousal + REACH); a++) {
        cells.add((long) CELLS * v + a);
      }
    }
    return cells;
  }

  private static int cell(double coordinate) {
    return Math.min(CELLS - 1, (int) ((coordinate + 1) / 2 * CELLS));
  }
}

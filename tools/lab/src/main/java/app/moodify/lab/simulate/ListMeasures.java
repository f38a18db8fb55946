package app.moodify.lab.simulate;

import app.moodify.core.mood.Affect;
import app.moodify.music.affect.AffectEstimate;
import app.moodify.music.affect.Target;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What lists of songs are like; means over many.
 *
 * @param lists how many
 * @param distance from what the songs truly sound like to where the music should lie at their place
 *     on the list
 * @param labelledDistance the same from where the catalogues' words place the songs
 * @param artists different artists on a list
 * @param variety 1 minus the Jaccard index of the tags of two songs, a mean over all pairs
 */
record ListMeasures(
    int lists, double distance, double labelledDistance, double artists, double variety) {

  private static final ListMeasures NONE = new ListMeasures(0, 0, 0, 0, 0);

  /** Nothing measured yet. */
  static ListMeasures none() {
    return NONE;
  }

  /** Returns the means with one more list; an empty list says nothing. */
  ListMeasures with(List<Song> list, Target target) {
    if (list.isEmpty()) {
      return this;
    }
    double sum = 0;
    double labelledSum = 0;
    for (int slot = 0; slot < list.size(); slot++) {
      Affect right = SyntheticCatalogue.placeOf(slot, target);
      sum += list.get(slot).affect().distanceTo(right);
      labelledSum += labelled(list.get(slot)).distanceTo(right);
    }
    long artistCount = list.stream().map(Song::artist).distinct().count();
    return new ListMeasures(
        lists + 1,
        mean(distance, sum / list.size()),
        mean(labelledDistance, labelledSum / list.size()),
        mean(artists, artistCount),
        mean(variety, variety(list)));
  }

  private double mean(double before, double next) {
    return before + (next - before) / (lists + 1);
  }

  /** Without a place it was looked for: what its words alone say. */
  private static Affect labelled(Song song) {
    return AffectEstimate.of(
        song.tags(), Optional.of(song.mood()), Optional.of(song.speed()), new Affect(0, 0));
  }

  private static double variety(List<Song> list) {
    double sum = 0;
    int pairs = 0;
    for (int one = 0; one < list.size(); one++) {
      for (int other = 0; other < one; other++) {
        sum += 1 - jaccard(list.get(one).tags(), list.get(other).tags());
        pairs++;
      }
    }
    return pairs == 0 ? 0 : sum / pairs;
  }

  private static double jaccard(List<String> one, List<String> other) {
    Set<String> all = new HashSet<>(one);
    all.addAll(other);
    Set<String> common = new HashSet<>(one);
    common.retainAll(other);
    return (double) common.size() / all.size();
  }
}

package app.moodify.lab.simulate;

import app.moodify.core.mood.Affect;
import app.moodify.core.mood.Emotion;
import app.moodify.core.mood.EmotionScores;
import app.moodify.core.mood.Goal;
import app.moodify.core.mood.MoodId;
import app.moodify.core.music.Catalogue;
import app.moodify.core.music.MusicRequest;
import app.moodify.core.music.PlaylistStore;
import app.moodify.core.music.RecommendedTrack;
import app.moodify.core.music.Track;
import app.moodify.music.Recommender;
import app.moodify.music.affect.Target;
import app.moodify.music.catalogue.Catalogues;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a person gets who asks for other tracks again and again; the worst over all expressions and
 * goals, and means of distances.
 *
 * @param presses how many times they ask for other tracks
 * @param fewestNew how many tracks of a list were on no list before
 * @param untilRepeat at which press more than a third of the list was on one earlier list; one more
 *     than the presses if at none
 * @param firstDistance from where the catalogues place the tracks of the first list to where the
 *     music should lie
 * @param lastDistance the same on the last list
 */
record OtherTracks(
    int presses, int fewestNew, int untilRepeat, double firstDistance, double lastDistance) {
  private static final int PRESSES = 20;
  private static final MoodId ENTRY = new MoodId("listener", "entry");
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

  /** Presses for each expression and goal. */
  static OtherTracks measure(List<Catalogue> catalogues) {
    Recommender recommender = new Recommender(new Catalogues(catalogues), CLOCK);
    int fewestNew = Recommender.TRACKS;
    int untilRepeat = PRESSES + 1;
    List<Double> first = new ArrayList<>();
    List<Double> last = new ArrayList<>();
    for (Emotion emotion : Emotion.values()) {
      for (Goal goal : Goal.values()) {
        List<List<Track>> lists = press(recommender, emotion, goal);
        fewestNew = Math.min(fewestNew, fewestNew(lists));
        untilRepeat = Math.min(untilRepeat, untilRepeat(lists));
        Target target = Target.of(request(emotion, goal, 0));
        first.add(distance(lists.get(0), target));
        last.add(distance(lists.get(PRESSES), target));
      }
    }
    return new OtherTracks(PRESSES, fewestNew, untilRepeat, mean(first), mean(last));
  }

  private static List<List<Track>> press(Recommender recommender, Emotion emotion, Goal goal) {
    List<List<Track>> lists = new ArrayList<>();
    List<String> given = new ArrayList<>();
    for (int press = 0; press <= PRESSES; press++) {
      List<Track> list =
          recommender
              .recommend(request(emotion, goal, press), ENTRY, remembered(given), List::of)
              .tracks()
              .stream()
              .map(RecommendedTrack::track)
              .toList();
      lists.add(list);
      list.forEach(track -> given.add(track.id()));
    }
    return lists;
  }

  /** As the playlist remembers them. */
  private static List<String> remembered(List<String> given) {
    int most = PlaylistStore.EARLIER_TRACKS + Recommender.TRACKS;
    return given.subList(Math.max(0, given.size() - most), given.size());
  }

  private static int fewestNew(List<List<Track>> lists) {
    Set<String> before = new HashSet<>();
    int fewest = Recommender.TRACKS;
    for (List<Track> list : lists) {
      int found = 0;
      for (Track track : list) {
        found += before.add(track.id()) ? 1 : 0;
      }
      fewest = Math.min(fewest, found);
    }
    return fewest;
  }

  private static int untilRepeat(List<List<Track>> lists) {
    for (int press = 1; press < lists.size(); press++) {
      List<Track> list = lists.get(press);
      boolean repeats =
          lists.subList(0, press).stream()
              .anyMatch(
                  earlier -> 3 * list.stream().filter(earlier::contains).count() > list.size());
      if (repeats) {
        return press;
      }
    }
    return lists.size();
  }

  private static double distance(List<Track> list, Target target) {
    double sum = 0;
    int elapsed = 0;
    for (Track track : list) {
      Affect right = target.steps().get(target.stepAt(elapsed));
      sum += track.affect().distanceTo(right);
      elapsed += track.durationSeconds();
    }
    return sum / list.size();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  private static MusicRequest request(Emotion emotion, Goal goal, int press) {
    return new MusicRequest(EmotionScores.certain(emotion), emotion, goal, press);
  }
}

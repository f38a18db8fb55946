package app.moodify.music.ranking;

import static app.moodify.music.ranking.RankerFixture.NOW;
import static app.moodify.music.ranking.RankerFixture.candidates;
import static app.moodify.music.ranking.RankerFixture.choose;
import static app.moodify.music.ranking.RankerFixture.tracks;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.mood.Emotion;
import app.moodify.core.mood.Goal;
import app.moodify.core.music.Feedback;
import app.moodify.core.music.Feedback.Opinion;
import app.moodify.core.music.Track;
import app.moodify.music.TestTrack;
import app.moodify.music.affect.GenreFamilies;
import app.moodify.music.taste.Listener;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a list must have, whatever else speaks for a track. */
class DiversityConstraintsTest {
  @Test
  void anArtistHasTwoTracksAtMost() {
    List<Track> list = tracks(choose(withAStar(200), Emotion.HAPPY, Goal.MATCH));

    assertThat(list).hasSize(15);
    assertThat(list.stream().collect(groupingBy(Track::artistId, counting())).values())
        .allMatch(count -> count <= 2);
  }

  @Test
  void anArtistHasMoreWhereThereIsNobodyElse() {
    List<Track> onlyStar = withAStar(0);

    assertThat(choose(onlyStar, Emotion.HAPPY, Goal.MATCH)).hasSize(15);
  }

  @Test
  void fourGenreFamiliesAreThereWhereTheCandidatesHaveThem() {
    List<Track> candidates = new ArrayList<>();
    for (int number = 0; number < 60; number++) {
      candidates.add(TestTrack.of("pop-" + number).at(0.8, 0.5).genre("Pop").make());
    }
    candidates.add(TestTrack.of("a").at(-0.9, -0.9).genre("Jazz").make());
    candidates.add(TestTrack.of("b").at(-0.9, -0.9).genre("Metal").make());
    candidates.add(TestTrack.of("c").at(-0.9, -0.9).genre("Techno").make());
    candidates.add(TestTrack.of("d").at(-0.9, -0.9).genre("Deep House").make());

    assertThat(
            tracks(choose(candidates, Emotion.HAPPY, Goal.MATCH)).stream()
                .flatMap(track -> GenreFamilies.of(track).stream())
                .distinct())
        .containsExactlyInAnyOrder("pop", "jazz", "metal", "electronic");
  }

  @Test
  void everySourceThatFoundSomethingIsThere() {
    List<Track> candidates = new ArrayList<>(candidates(300));
    candidates.add(TestTrack.of("mine").from("Your songs").at(-0.5, -0.5).make());
    candidates.add(
        TestTrack.of("moodify-001").from("Moodify originals").byNobody().at(-0.5, -0.5).make());

    assertThat(tracks(choose(candidates, Emotion.HAPPY, Goal.MATCH)))
        .extracting(Track::source)
        .contains("Your songs", "Moodify originals", "Jamendo", "Audius");
  }

  @Test
  void aListVaries() {
    List<Track> list = tracks(choose(candidates(1000), Emotion.HAPPY, Goal.MATCH));

    double sum = 0;
    for (Track one : list) {
      for (Track other : list) {
        sum +=
            one == other
                ? 0
                : 1
                    - Similarity.jaccard(
                        new HashSet<>(one.traits().tags()), new HashSet<>(other.traits().tags()));
      }
    }
    assertThat(sum / (15 * 14)).isGreaterThanOrEqualTo(0.6);
    assertThat(list.stream().map(Track::artistId).distinct().count()).isGreaterThanOrEqualTo(13);
  }

  @Test
  void whatWasHeardInTheLastSevenDaysIsLeftOutWhereThereIsAChoice() {
    List<Track> candidates = candidates(40);
    List<Track> heard = tracks(choose(candidates, Emotion.HAPPY, Goal.MATCH));
    Listener listener = Listener.of(feedback(heard, Opinion.PLAYED), NOW);

    assertThat(tracks(choose(candidates, Emotion.HAPPY, Goal.MATCH, listener, 1)))
        .hasSize(15)
        .doesNotContainAnyElementsOf(heard);
  }

  @Test
  void whatWasHeardLatelyComesBackOnlyToFillTheList() {
    List<Track> candidates = candidates(20);
    List<Track> heard = candidates.subList(0, 10);
    Listener listener = Listener.of(feedback(heard, Opinion.PLAYED), NOW);

    assertThat(tracks(choose(candidates, Emotion.HAPPY, Goal.MATCH, listener, 1)))
        .hasSize(15)
        .containsAll(candidates.subList(10, 20));
  }

  @Test
  void aDislikedTrackNeverComesBackEvenIfTheListStaysShort() {
    List<Track> candidates = candidates(15);
    List<Track> disliked = candidates.subList(0, 5);
    Listener listener = Listener.of(feedback(disliked, Opinion.DISLIKE), NOW);

    assertThat(tracks(choose(candidates, Emotion.HAPPY, Goal.MATCH, listener, 1)))
        .containsExactlyInAnyOrderElementsOf(candidates.subList(5, 15));
  }

  private static List<Feedback> feedback(List<Track> tracks, Opinion verdict) {
    return tracks.stream()
        .map(track -> TestTrack.feedback(track, verdict, Emotion.HAPPY, NOW.minusSeconds(60)))
        .toList();
  }

  /** Twenty tracks of one artist in the very place that happy music has, among others. */
  private static List<Track> withAStar(int others) {
    List<Track> tracks = new ArrayList<>(candidates(others));
    for (int number = 0; number < 20; number++) {
      tracks.add(TestTrack.of("star-" + number).by("star").at(0.8, 0.5).popularity(1).make());
    }
    return tracks;
  }
}

package app.moodify.music;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.mood.Emotion;
import app.moodify.core.mood.EmotionScores;
import app.moodify.core.mood.Goal;
import app.moodify.core.mood.MoodId;
import app.moodify.core.music.Catalogue;
import app.moodify.core.music.Feedback;
import app.moodify.core.music.Feedback.Opinion;
import app.moodify.core.music.MusicRequest;
import app.moodify.core.music.Playlist;
import app.moodify.core.music.RecommendedTrack;
import app.moodify.core.music.Track;
import app.moodify.music.catalogue.Catalogues;
import app.moodify.music.catalogue.StubCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever asks for other music gets other music, and nobody gets the list of somebody else. */
class OtherTracksTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final MoodId ENTRY = new MoodId("ada", "monday");
  private static final int PRESSES = 20;

  @ParameterizedTest
  @EnumSource(Emotion.class)
  void originalsNeverComeAgain(Emotion emotion) {
    for (Goal goal : Goal.values()) {
      List<String> given = new ArrayList<>();
      for (int press = 0; press <= 2 * PRESSES; press++) {
        List<String> list = ids(originals(request(emotion, goal, press), ENTRY, given));

        assertThat(list).hasSize(15).noneMatch(given::contains);
        given.addAll(list);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Emotion.class)
  void originalsAreOthersEvenWhenNothingIsRemembered(Emotion emotion) {
    Set<String> all = new HashSet<>();
    for (int press = 0; press <= PRESSES; press++) {
      all.addAll(ids(originals(request(emotion, Goal.MATCH, press), ENTRY, List.of())));
    }

    assertThat(all).hasSize(15 * (PRESSES + 1));
  }

  @Test
  void aListNamesNoTitleTwice() {
    for (int press = 0; press < 200; press++) {
      assertThat(tracks(originals(request(Emotion.HAPPY, Goal.MATCH, press), ENTRY, List.of())))
          .extracting(Track::title)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void catalogueTracksComeAgainOnlyWhenAllWereGiven() {
    Recommender recommender = recommender(NOW, library(300));
    List<String> given = new ArrayList<>();
    for (int press = 0; press <= PRESSES; press++) {
      List<Track> list =
          tracks(
              recommender.recommend(
                  request(Emotion.HAPPY, Goal.MATCH, press), ENTRY, given, List::of));
      List<String> ids = list.stream().map(Track::id).toList();

      assertThat(ids).hasSize(15).noneMatch(given::contains);
      if (press < 10) {
        assertThat(list).filteredOn(track -> track.recipe().isPresent()).hasSizeLessThan(3);
      }
      given.addAll(ids);
    }
  }

  @Test
  void twoPeopleTwoDaysAndTwoEntriesOfADayGetDifferentLists() {
    MusicRequest request = request(Emotion.SAD, Goal.MATCH, 0);
    Set<String> all = new HashSet<>();
    List<MoodId> entries =
        List.of(ENTRY, new MoodId("grace", "monday"), new MoodId("ada", "monday-evening"));
    for (MoodId entry : entries) {
      all.addAll(ids(originals(request, entry, List.of())));
    }

    assertThat(all).hasSize(3 * 15);
  }

  @ParameterizedTest
  @EnumSource(Goal.class)
  void theSameRequestHandledTwiceGivesTheSameList(Goal goal) {
    Recommender other = recommender(NOW, library(300));
    for (int press = 0; press < 3; press++) {
      MusicRequest request = request(Emotion.FEAR, goal, press);
      List<String> given = List.of("jamendo-1", "jamendo-2");

      assertThat(other.recommend(request, ENTRY, given, List::of))
          .isEqualTo(recommender(NOW, library(300)).recommend(request, ENTRY, given, List::of));
    }
  }

  @Test
  void aLikedOriginalComesAgainNowAndThenAndADislikedOneNever() {
    List<Track> first = tracks(originals(request(Emotion.SAD, Goal.MATCH, 0), ENTRY, List.of()));
    Track liked = first.get(0);
    Track disliked = first.get(1);
    List<Feedback> feedback =
        List.of(
            TestTrack.feedback(liked, Opinion.LIKE, Emotion.SAD, NOW),
            TestTrack.feedback(disliked, Opinion.DISLIKE, Emotion.SAD, NOW));

    assertThat(listsWith(liked, feedback, Duration.ofDays(6)))
        .as("within seven days of hearing it")
        .isZero();
    assertThat(listsWith(liked, feedback, Duration.ofDays(10))).isBetween(10, 40);
    assertThat(listsWith(disliked, feedback, Duration.ofDays(10))).isZero();
  }

  @Test
  void manyLikedOriginalsLeaveMostOfAListToNewOnes() {
    List<Feedback> feedback = new ArrayList<>();
    for (int press = 0; press < 10; press++) {
      tracks(originals(request(Emotion.SAD, Goal.MATCH, press), ENTRY, List.of()))
          .forEach(
              track -> feedback.add(TestTrack.feedback(track, Opinion.LIKE, Emotion.SAD, NOW)));
    }
    Set<String> liked = new HashSet<>(feedback.stream().map(Feedback::trackId).toList());
    Recommender later = recommender(NOW.plus(Duration.ofDays(30)));

    for (int press = 0; press < 20; press++) {
      assertThat(
              ids(
                  later.recommend(
                      request(Emotion.SAD, Goal.MATCH, press),
                      new MoodId("ada", "december"),
                      List.of(),
                      () -> feedback)))
          .filteredOn(liked::contains)
          .hasSizeLessThanOrEqualTo(3);
    }
  }

  /** Returns on how many of 100 lists, made some time later, a track is. */
  private static int listsWith(Track track, List<Feedback> feedback, Duration later) {
    Recommender recommender = recommender(NOW.plus(later));
    return (int)
        IntStream.range(0, 100)
            .filter(
                day ->
                    ids(recommender.recommend(
                            request(Emotion.SAD, Goal.MATCH, 0),
                            new MoodId("ada", "day-" + day),
                            List.of(),
                            () -> feedback))
                        .contains(track.id()))
            .count();
  }

  private static Playlist originals(MusicRequest request, MoodId entry, List<String> given) {
    return recommender(NOW).recommend(request, entry, given, List::of);
  }

  private static Recommender recommender(Instant now, StubCatalogue... others) {
    List<Catalogue> catalogues = new ArrayList<>(List.of(others));
    catalogues.add(new BuiltInCatalogue());
    return new Recommender(new Catalogues(catalogues), InstantSource.fixed(now));
  }

  /** A catalogue that answers all queries with the same tracks, as a cached one does. */
  private static StubCatalogue library(int size) {
    Random random = new Random(size);
    List<Track> tracks = new ArrayList<>();
    for (int number = 0; number < size; number++) {
      tracks.add(
          TestTrack.of("jamendo-" + number)
              .at(0.8 * random.nextDouble(), 0.8 * random.nextDouble())
              .make());
    }
    return new StubCatalogue("Jamendo", query -> tracks);
  }

  private static MusicRequest request(Emotion emotion, Goal goal, int shuffle) {
    return new MusicRequest(EmotionScores.certain(emotion), emotion, goal, shuffle);
  }

  private static List<String> ids(Playlist playlist) {
    return tracks(playlist).stream().map(Track::id).toList();
  }

  private static List<Track> tracks(Playlist playlist) {
    return playlist.tracks().stream().map(RecommendedTrack::track).toList();
  }
}

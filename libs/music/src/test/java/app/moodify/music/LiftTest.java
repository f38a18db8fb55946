package app.moodify.music;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.mood.Affect;
import app.moodify.core.mood.Emotion;
import app.moodify.core.mood.EmotionScores;
import app.moodify.core.mood.Goal;
import app.moodify.core.mood.MoodId;
import app.moodify.core.music.Catalogue;
import app.moodify.core.music.MusicRequest;
import app.moodify.core.music.RecommendedTrack;
import app.moodify.core.music.Track;
import app.moodify.music.affect.Target;
import app.moodify.music.catalogue.Catalogues;
import app.moodify.music.catalogue.StubCatalogue;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Music that lifts begins like the mood, and is at the goal after about ten minutes of music. */
class LiftTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));

  /** Ten minutes, and what is left of the track that plays then: at most one more minute. */
  private static final int AT_GOAL_SECONDS = 660;

  @ParameterizedTest
  @EnumSource(
      value = Emotion.class,
      names = {"ANGRY", "DISGUST", "FEAR", "SAD"})
  void originalsReachTheGoalInTenMinutes(Emotion emotion) {
    for (int day = 0; day < 20; day++) {
      assertReachesTheGoal(emotion, list(emotion, day), 0.5);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Emotion.class,
      names = {"ANGRY", "DISGUST", "FEAR", "SAD"})
  void catalogueTracksOfAnyLengthReachTheGoalInTenMinutes(Emotion emotion) {
    for (int day = 0; day < 20; day++) {
      assertReachesTheGoal(emotion, list(emotion, day, library(day)), 0.7);
    }
  }

  @ParameterizedTest
  @EnumSource(Emotion.class)
  void calmingMusicIsCalmFromTheBeginning(Emotion emotion) {
    MusicRequest request = new MusicRequest(EmotionScores.certain(emotion), emotion, Goal.CALM);
    Affect goal = Target.of(request).end();

    for (int day = 0; day < 20; day++) {
      assertThat(list(request, day)).allMatch(track -> track.affect().distanceTo(goal) <= 0.5);
    }
  }

  private static void assertReachesTheGoal(Emotion emotion, List<Track> list, double radius) {
    Target target = Target.of(request(emotion));
    Affect start = target.steps().get(0);
    assertThat(list.get(0).affect().distanceTo(start))
        .isLessThan(list.get(0).affect().distanceTo(target.end()));
    int elapsed = 0;
    for (Track track : list) {
      if (elapsed + track.durationSeconds() > AT_GOAL_SECONDS) {
        assertThat(track.affect().distanceTo(target.end()))
            .as("%s, which begins after %d s", track, elapsed)
            .isLessThan(radius);
      }
      elapsed += track.durationSeconds();
    }
  }

  private static List<Track> list(Emotion emotion, int day, Catalogue... others) {
    return list(request(emotion), day, others);
  }

  private static List<Track> list(MusicRequest request, int day, Catalogue... others) {
    List<Catalogue> catalogues = new ArrayList<>(List.of(others));
    catalogues.add(new BuiltInCatalogue());
    return new Recommender(new Catalogues(catalogues), CLOCK)
        .recommend(request, new MoodId("ada", "day-" + day), List.of(), List::of).tracks().stream()
            .map(RecommendedTrack::track)
            .toList();
  }

  /** Tracks all over the plane, from one minute to fifteen. */
  private static Catalogue library(int seed) {
    Random random = new Random(seed);
    List<Track> tracks = new ArrayList<>();
    for (int number = 0; number < 600; number++) {
      tracks.add(
          TestTrack.of("jamendo-" + number)
              .at(2 * random.nextDouble() - 1, 2 * random.nextDouble() - 1)
              .lasting(60 + random.nextInt(840))
              .make());
    }
    return new StubCatalogue("Jamendo", query -> tracks);
  }

  private static MusicRequest request(Emotion emotion) {
    return new MusicRequest(EmotionScores.certain(emotion), emotion, Goal.LIFT);
  }
}

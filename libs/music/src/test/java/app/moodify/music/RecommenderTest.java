package app.moodify.music;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.mood.Affect;
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
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecommenderTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final MoodId ENTRY = new MoodId("ada", "monday");
  private static final Recommender RECOMMENDER = recommender(new BuiltInCatalogue());

  @ParameterizedTest
  @EnumSource(Emotion.class)
  void withoutAnyOtherCatalogueFifteenOriginalsLieNearTheTarget(Emotion emotion) {
    for (Goal goal : Goal.values()) {
      Playlist playlist = recommend(emotion, goal);

      assertThat(playlist.tracks()).hasSize(15);
      assertThat(playlist.sources()).containsExactly("Moodify originals");
      assertThat(playlist.unavailable()).isEmpty();
      Affect last = playlist.tracks().get(14).track().affect();
      assertThat(last.distanceTo(playlist.target())).isLessThan(0.5);
    }
  }

  @Test
  void originalsToBeginWithAreNearASadMoodThatIsToBeLifted() {
    Affect first = recommend(Emotion.SAD, Goal.LIFT).tracks().get(0).track().affect();

    assertThat(first.distanceTo(Emotion.SAD.affect())).isLessThan(0.4);
  }

  @Test
  void theSameRequestGivesTheSamePlaylist() {
    assertThat(recommend(Emotion.SAD, Goal.LIFT)).isEqualTo(recommend(Emotion.SAD, Goal.LIFT));
  }

  @Test
  void anotherExpressionOrGoalGivesOtherMusic() {
    assertThat(tracks(recommend(Emotion.HAPPY, Goal.MATCH)))
        .doesNotContainAnyElementsOf(tracks(recommend(Emotion.SAD, Goal.MATCH)));
    assertThat(tracks(recommend(Emotion.ANGRY, Goal.CALM)))
        .doesNotContainAnyElementsOf(tracks(recommend(Emotion.ANGRY, Goal.MATCH)));
  }

  @Test
  void aCatalogueThatFailsIsLeftOutAndNamed() {
    Playlist playlist =
        recommender(
                new StubCatalogue(
                    "Broken",
                    query -> {
                      throw new IOException("out of reach");
                    }),
                new BuiltInCatalogue())
            .recommend(request(Emotion.HAPPY, Goal.MATCH), ENTRY, List.of(), List::of);

    assertThat(playlist.tracks()).hasSize(15);
    assertThat(playlist.sources()).containsExactly("Moodify originals");
    assertThat(playlist.unavailable()).containsExactly("Broken");
  }

  @Test
  void whatThePersonHeardAndDislikedIsReplaced() {
    List<Track> before = tracks(recommend(Emotion.HAPPY, Goal.MATCH));
    List<Feedback> feedback =
        List.of(
            TestTrack.feedback(before.get(0), Opinion.DISLIKE, Emotion.HAPPY, NOW),
            TestTrack.feedback(before.get(1), Opinion.PLAYED, Emotion.HAPPY, NOW));

    Playlist after =
        RECOMMENDER.recommend(request(Emotion.HAPPY, Goal.MATCH), ENTRY, List.of(), () -> feedback);

    assertThat(tracks(after))
        .hasSize(15)
        .doesNotContain(before.get(0), before.get(1))
        .containsAnyElementsOf(before.subList(2, 15));
  }

  private static Playlist recommend(Emotion emotion, Goal goal) {
    return RECOMMENDER.recommend(request(emotion, goal), ENTRY, List.of(), List::of);
  }

  private static Recommender recommender(Catalogue... catalogues) {
    return new Recommender(new Catalogues(List.of(catalogues)), InstantSource.fixed(NOW));
  }

  private static List<Track> tracks(Playlist playlist) {
    return playlist.tracks().stream().map(RecommendedTrack::track).toList();
  }

  private static MusicRequest request(Emotion emotion, Goal goal) {
    return new MusicRequest(EmotionScores.certain(emotion), emotion, goal);
  }
}

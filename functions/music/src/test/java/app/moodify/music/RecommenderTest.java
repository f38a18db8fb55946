package app.moodify.music;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.Affect;
import app.moodify.core.Catalogue;
import app.moodify.core.Emotion;
import app.moodify.core.EmotionScores;
import app.moodify.core.Goal;
import app.moodify.core.MusicRequest;
import app.moodify.core.Playlist;
import app.moodify.core.Reason;
import app.moodify.core.RecommendedTrack;
import app.moodify.core.Track;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RecommenderTest {
  private static final Recommender RECOMMENDER = new Recommender(List.of(new BuiltInCatalogue()));

  @ParameterizedTest
  @EnumSource(Emotion.class)
  void tenTracksLieNearTheTargetAndEachHasAReason(Emotion emotion) {
    for (Goal goal : Goal.values()) {
      Playlist playlist = RECOMMENDER.recommend(request(emotion, goal));

      assertThat(playlist.tracks()).hasSize(10);
      assertThat(playlist.tracks())
          .allSatisfy(
              each -> {
                assertThat(each.track().affect().distanceTo(playlist.target())).isLessThan(0.5);
                assertThat(each.reasons()).isNotEmpty().doesNotHaveDuplicates();
              });
    }
  }

  @Test
  void tracksOfOnePlaylistAreNotAllTheSame() {
    List<Affect> places =
        RECOMMENDER.recommend(request(Emotion.HAPPY, Goal.MATCH)).tracks().stream()
            .map(each -> each.track().affect())
            .toList();

    double widest = 0;
    for (Affect one : places) {
      for (Affect other : places) {
        widest = Math.max(widest, one.distanceTo(other));
        assertThat(one == other || one.distanceTo(other) > 0.02).isTrue();
      }
    }
    assertThat(widest).isGreaterThan(0.25);
  }

  @Test
  void theSameRequestGivesTheSamePlaylist() {
    MusicRequest request = request(Emotion.SAD, Goal.LIFT);

    assertThat(RECOMMENDER.recommend(request)).isEqualTo(RECOMMENDER.recommend(request));
  }

  @Test
  void anotherExpressionOrGoalGivesOtherMusic() {
    assertThat(tracks(Emotion.HAPPY, Goal.MATCH))
        .doesNotContainAnyElementsOf(tracks(Emotion.SAD, Goal.MATCH));
    assertThat(tracks(Emotion.ANGRY, Goal.CALM))
        .doesNotContainAnyElementsOf(tracks(Emotion.ANGRY, Goal.MATCH));
  }

  @Test
  void reasonsAreTrueOfTheirTracks() {
    for (Emotion emotion : Emotion.values()) {
      for (Goal goal : Goal.values()) {
        for (RecommendedTrack each : RECOMMENDER.recommend(request(emotion, goal)).tracks()) {
          assertTrue(each, emotion);
        }
      }
    }
  }

  @Test
  void theReasonForTheGoalComesFirst() {
    assertThat(firstReasons(Emotion.SAD, Goal.MATCH)).containsOnly(Reason.FITS_EXPRESSION);
    assertThat(firstReasons(Emotion.SAD, Goal.LIFT)).containsOnly(Reason.LIFTS_MOOD);
    assertThat(firstReasons(Emotion.ANGRY, Goal.CALM)).containsOnly(Reason.CALMS_DOWN);
  }

  @Test
  void aCatalogueThatFailsIsLeftOut() {
    Recommender recommender = new Recommender(List.of(new Broken(), new BuiltInCatalogue()));

    Playlist playlist = recommender.recommend(request(Emotion.HAPPY, Goal.MATCH));

    assertThat(playlist.tracks()).hasSize(10);
    assertThat(playlist.sources()).containsExactly("Moodify originals");
  }

  private static void assertTrue(RecommendedTrack each, Emotion emotion) {
    Affect music = each.track().affect();
    Affect mood = emotion.affect();
    for (Reason reason : each.reasons()) {
      boolean holds =
          switch (reason) {
            case FITS_EXPRESSION -> music.distanceTo(mood) <= 0.4;
            case LIFTS_MOOD -> music.valence() + music.arousal() > mood.valence() + mood.arousal();
            case CALMS_DOWN -> music.arousal() < mood.arousal();
            case ENERGETIC -> music.arousal() > 0;
            case GENTLE -> music.arousal() < 0;
            case BRIGHT -> music.valence() > 0;
            case DARK -> music.valence() < 0;
          };
      assertThat(holds).as("%s of %s for %s", reason, each.track(), emotion).isTrue();
    }
  }

  private static List<Track> tracks(Emotion emotion, Goal goal) {
    return RECOMMENDER.recommend(request(emotion, goal)).tracks().stream()
        .map(RecommendedTrack::track)
        .toList();
  }

  private static Set<Reason> firstReasons(Emotion emotion, Goal goal) {
    return RECOMMENDER.recommend(request(emotion, goal)).tracks().stream()
        .map(each -> each.reasons().get(0))
        .collect(Collectors.toSet());
  }

  private static MusicRequest request(Emotion emotion, Goal goal) {
    return new MusicRequest(EmotionScores.certain(emotion), emotion, goal);
  }

  private static final class Broken implements Catalogue {
    @Override
    public String name() {
      return "Broken";
    }

    @Override
    public List<Track> find(Query query) throws IOException {
      throw new IOException("out of reach");
    }
  }
}

package app.moodify.music.taste;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.moodify.core.mood.Emotion;
import app.moodify.core.music.Feedback;
import app.moodify.core.music.Feedback.Opinion;
import app.moodify.core.music.Speed;
import app.moodify.core.music.Track;
import app.moodify.core.music.TrackTraits;
import app.moodify.music.TestTrack;
import app.moodify.music.taste.Feature.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TasteTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Feature FOLK = new Feature(Kind.GENRE, "folk");
  private static final Track SONG = TestTrack.of("song").genre("Folk").make();

  @ParameterizedTest
  @CsvSource({"LIKE, 1, 0", "PLAYED, 0.5, 0", "SKIP, 0, 0.5", "DISLIKE, 0, 1"})
  void whatAPersonDoesSpeaksForOrAgainstAllFeaturesOfTheTrack(
      Opinion verdict, double liked, double disliked) {
    Taste taste = Taste.of(List.of(said(SONG, verdict)));

    for (Feature feature : Feature.of(SONG.source(), SONG.traits())) {
      assertThat(taste.overall(feature)).isEqualTo(new BetaCounts(liked, disliked));
      assertThat(taste.under(Emotion.SAD, feature)).isEqualTo(new BetaCounts(liked, disliked));
      assertThat(taste.under(Emotion.HAPPY, feature)).isEqualTo(BetaCounts.NONE);
    }
  }

  @Test
  void aTrackThatWasOnlyBegunSaysNothing() {
    Feedback begun =
        new Feedback(
            "song",
            "Jamendo",
            Optional.empty(),
            SONG.traits(),
            Opinion.PLAYED,
            OptionalDouble.of(0.59),
            Optional.empty(),
            NOW);

    assertThat(Taste.of(List.of(begun)).learned().features()).isEmpty();
    assertThat(Taste.of(List.of(begun)).trust()).isZero();
  }

  @Test
  void takingFeedbackBackLeavesNoTrace() {
    List<Feedback> before =
        List.of(
            said(SONG, Opinion.SKIP),
            said(TestTrack.of("other").genre("Metal").tags("dark").make(), Opinion.LIKE));
    List<Feedback> after = new ArrayList<>(before);
    after.add(1, said(TestTrack.of("third").genre("Folk").tags("calm").make(), Opinion.DISLIKE));

    assertThat(Taste.of(after).learned()).isNotEqualTo(Taste.of(before).learned());
    after.remove(1);
    assertThat(Taste.of(after).learned()).isEqualTo(Taste.of(before).learned());
  }

  @Test
  void eachPieceOfFeedbackMakesThoseBeforeItCountOneHundredthLess() {
    Track metal = TestTrack.of("metal").genre("Metal").make();
    List<Feedback> feedback = new ArrayList<>(List.of(said(SONG, Opinion.LIKE)));
    for (int later = 0; later < 10; later++) {
      feedback.add(said(metal, Opinion.LIKE));
    }

    assertThat(Taste.of(feedback).overall(FOLK).liked())
        .isCloseTo(Math.pow(0.99, 10), within(1e-9));
  }

  @Test
  void tasteIsTrustedMoreTheMoreIsKnown() {
    assertThat(Taste.UNKNOWN.trust()).isZero();
    assertThat(trust(20)).isEqualTo(0.5);
    assertThat(trust(60)).isEqualTo(0.75);
  }

  @Test
  void learnsFromCatalogueWordsInFewKinds() {
    TrackTraits traits =
        new TrackTraits(
            Optional.of("Deep House"),
            List.of("Party", "vinyl", "Energizing"),
            Optional.of(Speed.HIGH),
            Optional.of(true));

    assertThat(Feature.of("Audius", traits))
        .containsExactly(
            new Feature(Kind.TAG, "party"),
            new Feature(Kind.TAG, "energizing"),
            new Feature(Kind.GENRE, "electronic"),
            new Feature(Kind.SPEED, "high"),
            new Feature(Kind.VOICE, "instrumental"),
            new Feature(Kind.SOURCE, "Audius"));
  }

  private static double trust(int events) {
    List<Feedback> feedback = new ArrayList<>();
    for (int event = 0; event < events; event++) {
      feedback.add(said(SONG, Opinion.SKIP));
    }
    return Taste.of(feedback).trust();
  }

  private static Feedback said(Track track, Opinion verdict) {
    return TestTrack.feedback(track, verdict, Emotion.SAD, NOW);
  }
}

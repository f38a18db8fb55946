package app.moodify.music.taste;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.mood.Emotion;
import app.moodify.core.music.Feedback;
import app.moodify.core.music.Feedback.Opinion;
import app.moodify.core.music.Track;
import app.moodify.music.TestTrack;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenerTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Track FIRST = TestTrack.of("first").by("ada").make();
  private static final Track SECOND = TestTrack.of("second").by("ada").make();
  private static final Track THIRD = TestTrack.of("third").by("ada").make();

  @Test
  void aDislikedTrackAndItsArtistAreRefused() {
    Listener listener = listener(said(FIRST, Opinion.DISLIKE));

    assertThat(listener.refuses(FIRST)).isTrue();
    assertThat(listener.refuses(SECOND)).isTrue();
    assertThat(listener.refuses(TestTrack.of("other").by("grace").make())).isFalse();
  }

  @Test
  void anArtistWithAsManyLikedTracksIsNotRefused() {
    Listener listener = listener(said(FIRST, Opinion.DISLIKE), said(SECOND, Opinion.LIKE));

    assertThat(listener.refuses(FIRST)).isTrue();
    assertThat(listener.refuses(THIRD)).isFalse();
  }

  @Test
  void aSkipRefusesNothing() {
    assertThat(listener(said(FIRST, Opinion.SKIP)).refuses(FIRST)).isFalse();
  }

  @Test
  void musicThatNoArtistStandsBehindIsRefusedPieceByPiece() {
    Track one = TestTrack.of("moodify-001").byNobody().make();
    Track other = TestTrack.of("moodify-002").byNobody().make();

    assertThat(listener(said(one, Opinion.DISLIKE)).refuses(one)).isTrue();
    assertThat(listener(said(one, Opinion.DISLIKE)).refuses(other)).isFalse();
  }

  @Test
  void heardLatelyIsWithinSevenDays() {
    assertThat(heard(Duration.ZERO).hadLately(FIRST)).isTrue();
    assertThat(heard(Duration.ofDays(7).minusSeconds(1)).hadLately(FIRST)).isTrue();
    assertThat(heard(Duration.ofDays(7)).hadLately(FIRST)).isFalse();
    assertThat(heard(Duration.ofDays(7)).hadLately(SECOND)).isFalse();
  }

  @Test
  void whatWasGivenBeforeWasHadLatelyAndIsAsNewAsBefore() {
    Listener listener = Listener.of(List.of(), List.of(FIRST.id()), NOW);

    assertThat(listener.hadLately(FIRST)).isTrue();
    assertThat(listener.novelty(FIRST)).isEqualTo(1);
    assertThat(listener.hadLately(SECOND)).isFalse();
  }

  @Test
  void aClockThatIsAheadDoesNotHarm() {
    assertThat(heard(Duration.ofHours(-2)).hadLately(FIRST)).isTrue();
    assertThat(heard(Duration.ofHours(-2)).novelty(FIRST)).isZero();
  }

  @Test
  void noveltyComesBackWithTime() {
    assertThat(heard(Duration.ofDays(10)).novelty(FIRST))
        .isBetween(0.0, heard(Duration.ofDays(30)).novelty(FIRST));
    assertThat(heard(Duration.ofDays(300)).novelty(FIRST)).isEqualTo(1);
    assertThat(heard(Duration.ZERO).novelty(SECOND)).isEqualTo(1);
  }

  private static Listener heard(Duration ago) {
    return Listener.of(
        List.of(TestTrack.feedback(FIRST, Opinion.PLAYED, Emotion.SAD, NOW.minus(ago))), NOW);
  }

  private static Listener listener(Feedback... feedback) {
    return Listener.of(Arrays.asList(feedback), NOW);
  }

  private static Feedback said(Track track, Opinion verdict) {
    return TestTrack.feedback(track, verdict, Emotion.SAD, NOW);
  }
}

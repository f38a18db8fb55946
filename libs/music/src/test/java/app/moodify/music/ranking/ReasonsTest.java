package app.moodify.music.ranking;

import static app.moodify.music.ranking.RankerFixture.candidates;
import static app.moodify.music.ranking.RankerFixture.choose;
import static app.moodify.music.ranking.RankerFixture.jazzFan;
import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.mood.Affect;
import app.moodify.core.mood.Emotion;
import app.moodify.core.mood.Goal;
import app.moodify.core.music.Reason;
import app.moodify.core.music.Reason.Code;
import app.moodify.core.music.RecommendedTrack;
import app.moodify.core.music.Speed;
import app.moodify.core.music.Track;
import app.moodify.music.TestTrack;
import app.moodify.music.affect.GenreFamilies;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonsTest {
  private static final List<Track> MANY = candidates(600);

  @ParameterizedTest
  @EnumSource(Emotion.class)
  void everyReasonIsTrueOfItsTrack(Emotion emotion) {
    for (Goal goal : Goal.values()) {
      for (RecommendedTrack each : choose(MANY, emotion, goal, jazzFan(emotion), 5)) {
        assertThat(each.reasons()).hasSizeBetween(1, 3).doesNotHaveDuplicates();
        each.reasons().forEach(reason -> assertTrue(reason, each, emotion));
      }
    }
  }

  @Test
  void slowAndSoftForCalm() {
    Track lullaby =
        TestTrack.of("lullaby").at(0.4, -0.6).speed(Speed.LOW).tags("soft", "vinyl").make();

    assertThat(reasons(lullaby, Emotion.ANGRY, Goal.CALM))
        .containsExactly(
            Reason.of(Code.CALMS_DOWN), Reason.of(Code.SLOW), Reason.of(Code.TAGGED, "soft"));
  }

  @Test
  void likedUnderThisExpression() {
    List<Reason> reasons =
        choose(MANY, Emotion.SAD, Goal.MATCH, jazzFan(Emotion.SAD), 1).stream()
            .flatMap(each -> each.reasons().stream())
            .toList();

    assertThat(reasons)
        .contains(new Reason(Code.LIKED_GENRE, Optional.of("jazz"), Optional.of(Emotion.SAD)));
  }

  @Test
  void likedUnderAnotherExpressionIsSaidWithoutAnExpression() {
    List<Reason> reasons =
        choose(MANY, Emotion.HAPPY, Goal.MATCH, jazzFan(Emotion.SAD), 1).stream()
            .flatMap(each -> each.reasons().stream())
            .filter(reason -> reason.code() == Code.LIKED_GENRE)
            .toList();

    assertThat(reasons).isNotEmpty().containsOnly(Reason.of(Code.LIKED_GENRE, "jazz"));
  }

  @Test
  void somethingNewIsSaidOfWhatExploresAndOfNothingElse() {
    assertThat(choose(MANY, Emotion.HAPPY, Goal.MATCH))
        .allMatch(
            each -> each.explores() == each.reasons().contains(Reason.of(Code.SOMETHING_NEW)));
  }

  @Test
  void aTasteThatAllCandidatesMeetAlikeIsNoReason() {
    List<Track> onlyJazz = new ArrayList<>();
    for (int number = 0; number < 40; number++) {
      onlyJazz.add(TestTrack.of("jazz-" + number).at(0.8, 0.5).genre("Jazz").make());
    }

    assertThat(choose(onlyJazz, Emotion.HAPPY, Goal.MATCH, jazzFan(Emotion.HAPPY), 1))
        .allSatisfy(
            each ->
                assertThat(each.reasons())
                    .extracting(Reason::code)
                    .doesNotContain(Code.LIKED_GENRE, Code.LIKED_SOURCE));
  }

  @Test
  void popularAndNewAreSaidOfWhatIsMoreSoThanOthers() {
    List<Track> candidates = new ArrayList<>(candidates(30));
    candidates.add(
        TestTrack.of("hit").at(0.8, 0.5).popularity(1).released(LocalDate.of(2026, 11, 20)).make());

    assertThat(
            choose(candidates, Emotion.HAPPY, Goal.MATCH).stream()
                .filter(each -> each.track().id().equals("hit") && !each.explores())
                .findFirst()
                .orElseThrow()
                .reasons())
        .extracting(Reason::code)
        .containsExactly(Code.FITS_EXPRESSION, Code.POPULAR, Code.NEW_RELEASE);
  }

  private static void assertTrue(Reason reason, RecommendedTrack each, Emotion emotion) {
    Track track = each.track();
    Affect music = track.affect();
    Affect mood = emotion.affect();
    Speed speed = track.traits().speed().orElseThrow();
    boolean holds =
        switch (reason.code()) {
          case FITS_EXPRESSION, STARTS_NEAR -> music.distanceTo(mood) <= 0.4;
          case LIFTS_MOOD -> music.valence() + music.arousal() > mood.valence() + mood.arousal();
          case CALMS_DOWN -> music.arousal() < mood.arousal();
          case ENERGETIC -> music.arousal() > 0;
          case GENTLE -> music.arousal() < 0;
          case BRIGHT -> music.valence() > 0;
          case DARK -> music.valence() < 0;
          case SLOW -> speed == Speed.LOW || speed == Speed.VERY_LOW;
          case FAST -> speed == Speed.HIGH || speed == Speed.VERY_HIGH;
          case TAGGED -> track.traits().tags().contains(reason.value().orElseThrow());
          case LIKED_GENRE -> GenreFamilies.of(track).equals(Optional.of("jazz"));
          case LIKED_TAG -> track.traits().tags().contains(reason.value().orElseThrow());
          case LIKED_SPEED -> speed.key().equals(reason.value().orElseThrow());
          case LIKED_VOICE -> reason.value().orElseThrow().equals("vocal");
          case LIKED_SOURCE -> track.source().equals(reason.value().orElseThrow());
          case POPULAR -> track.popularity() >= 0.8;
          case NEW_RELEASE ->
              track.released().orElseThrow().isAfter(LocalDate.of(2026, 11, 22).minusDays(180));
          case SOMETHING_NEW -> each.explores();
        };
    assertThat(holds).as("%s of %s for %s", reason, track, emotion).isTrue();
  }

  /** Returns the reasons of a track among others that are further off. */
  private static List<Reason> reasons(Track track, Emotion emotion, Goal goal) {
    List<Track> candidates = new ArrayList<>(candidates(10));
    candidates.add(track);
    return choose(candidates, emotion, goal).stream()
        .filter(each -> each.track().equals(track))
        .flatMap(each -> each.reasons().stream())
        .filter(reason -> reason.code() != Code.SOMETHING_NEW)
        .toList();
  }
}

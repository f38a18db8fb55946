package app.moodify.insights;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.mood.Emotion;
import app.moodify.core.mood.EmotionCounts;
import app.moodify.core.mood.MoodMoment;
import app.moodify.core.mood.MoodStatistics;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MoodAggregationTest {
  private static final Instant SUNDAY = Instant.parse("2026-11-22T20:30:00Z");

  @Test
  void entriesAreCountedByEmotionDayWeekdayAndHour() {
    MoodStatistics counted =
        MoodAggregation.of(
            List.of(
                moment(SUNDAY, Emotion.SAD, false),
                moment(SUNDAY.plusSeconds(60), Emotion.HAPPY, false),
                moment(SUNDAY.plus(Duration.ofDays(1)), Emotion.HAPPY, false)),
            ZoneOffset.UTC);

    assertThat(counted.total()).isEqualTo(counts(Map.of(Emotion.HAPPY, 2, Emotion.SAD, 1)));
    assertThat(counted.total().sum()).isEqualTo(3);
    assertThat(counted.days())
        .containsExactly(
            Map.entry(
                LocalDate.parse("2026-11-22"), counts(Map.of(Emotion.HAPPY, 1, Emotion.SAD, 1))),
            Map.entry(LocalDate.parse("2026-11-23"), counts(Map.of(Emotion.HAPPY, 1))));
    assertThat(counted.weekdays()).containsOnlyKeys(DayOfWeek.SUNDAY, DayOfWeek.MONDAY);
    assertThat(counted.hours()).containsOnlyKeys(20);
  }

  @Test
  void daysAndHoursAreThoseOfThePersonsTimeZone() {
    MoodStatistics counted =
        MoodAggregation.of(List.of(moment(SUNDAY, Emotion.SAD, false)), ZoneId.of("Asia/Kolkata"));

    assertThat(counted.days()).containsOnlyKeys(LocalDate.parse("2026-11-23"));
    assertThat(counted.weekdays()).containsOnlyKeys(DayOfWeek.MONDAY);
    assertThat(counted.hours()).containsOnlyKeys(2);
  }

  @Test
  void onlyTheNewestYearOfDaysIsKeptAndTheTotalIsOfAll() {
    List<MoodMoment> moments =
        IntStream.range(0, 400)
            .mapToObj(day -> moment(SUNDAY.plus(Duration.ofDays(day)), Emotion.FEAR, false))
            .toList();

    MoodStatistics counted = MoodAggregation.of(moments, ZoneOffset.UTC);

    assertThat(counted.days()).hasSize(366);
    assertThat(counted.days().lastKey()).isEqualTo(LocalDate.parse("2026-11-22").plusDays(399));
    assertThat(counted.total().sum()).isEqualTo(400);
  }

  @Test
  void aLiftIsAnEntryThatWasToLiftAndTheNextOneWithinThreeHours() {
    MoodStatistics counted =
        MoodAggregation.of(
            List.of(
                moment(SUNDAY, Emotion.SAD, true),
                moment(SUNDAY.plus(Duration.ofHours(3)), Emotion.HAPPY, true),
                // Three hours and a second later: no pair.
                moment(SUNDAY.plus(Duration.ofHours(6)).plusSeconds(1), Emotion.SAD, false),
                // The one before was not to lift: no pair.
                moment(SUNDAY.plus(Duration.ofHours(7)), Emotion.HAPPY, true),
                moment(SUNDAY.plus(Duration.ofHours(8)), Emotion.ANGRY, false)),
            ZoneOffset.UTC);

    MoodStatistics.Lift lift = counted.lift();
    assertThat(lift.before()).isEqualTo(counts(Map.of(Emotion.SAD, 1, Emotion.HAPPY, 1)));
    assertThat(lift.after()).isEqualTo(counts(Map.of(Emotion.HAPPY, 1, Emotion.ANGRY, 1)));
    assertThat(lift.lifted()).isEqualTo(1);
    assertThat(lift.meanValenceBefore())
        .isEqualTo((Emotion.SAD.affect().valence() + Emotion.HAPPY.affect().valence()) / 2);
    assertThat(lift.meanValenceAfter())
        .isEqualTo((Emotion.HAPPY.affect().valence() + Emotion.ANGRY.affect().valence()) / 2);
  }

  @Test
  void withoutAnyPairNothingIsSaidOfLifts() {
    MoodStatistics.Lift lift = MoodAggregation.of(List.of(), ZoneOffset.UTC).lift();

    assertThat(lift.before().sum()).isZero();
    assertThat(lift.meanValenceBefore()).isZero();
  }

  private static MoodMoment moment(Instant at, Emotion emotion, boolean lift) {
    return new MoodMoment(at, emotion, emotion.affect().valence(), lift);
  }

  private static EmotionCounts counts(Map<Emotion, Integer> counts) {
    return new EmotionCounts(counts);
  }
}

package app.moodify.insights;

import app.moodify.core.mood.EmotionCounts;
import app.moodify.core.mood.MoodMoment;
import app.moodify.core.mood.MoodStatistics;
import app.moodify.core.mood.MoodStatistics.Lift;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts entries. The same entries give the same statistics, whenever and how often it counts. */
final class MoodAggregation {
  /** A year, and its first day again. */
  private static final int NEWEST_DAYS = 366;

  /** Music of an evening is heard by then; what comes later has other reasons. */
  private static final Duration SOON = Duration.ofHours(3);

  private MoodAggregation() {}

  /**
   * Counts.
   *
   * @param moments the oldest first
   * @param zone in which days and hours are counted
   */
  static MoodStatistics of(List<MoodMoment> moments, ZoneId zone) {
    SortedMap<LocalDate, EmotionCounts> days = new TreeMap<>();
    SortedMap<DayOfWeek, EmotionCounts> weekdays = new TreeMap<>();
    SortedMap<Integer, EmotionCounts> hours = new TreeMap<>();
    EmotionCounts total = EmotionCounts.NONE;
    for (MoodMoment moment : moments) {
      ZonedDateTime local = moment.at().atZone(zone);
      EmotionCounts one = EmotionCounts.NONE.plus(moment.emotion());
      days.merge(local.toLocalDate(), one, EmotionCounts::plus);
      weekdays.merge(local.getDayOfWeek(), one, EmotionCounts::plus);
      hours.merge(local.getHour(), one, EmotionCounts::plus);
      total = total.plus(one);
    }
    while (days.size() > NEWEST_DAYS) {
      days.remove(days.firstKey());
    }
    return new MoodStatistics(total, days, weekdays, hours, lift(moments), zone);
  }

  private static Lift lift(List<MoodMoment> moments) {
    EmotionCounts before = EmotionCounts.NONE;
    EmotionCounts after = EmotionCounts.NONE;
    double valenceBefore = 0;
    double valenceAfter = 0;
    int lifted = 0;
    int pairs = 0;
    for (int next = 1; next < moments.size(); next++) {
      MoodMoment first = moments.get(next - 1);
      MoodMoment second = moments.get(next);
      if (!first.lift() || Duration.between(first.at(), second.at()).compareTo(SOON) > 0) {
        continue;
      }
      pairs++;
      before = before.plus(first.emotion());
      after = after.plus(second.emotion());
      valenceBefore += first.valence();
      valenceAfter += second.valence();
      lifted += second.valence() > first.valence() ? 1 : 0;
    }
    int divisor = Math.max(1, pairs);
    return new Lift(before, after, lifted, valenceBefore / divisor, valenceAfter / divisor);
  }
}

package app.moodify.core.mood;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SortedMap;

/**
 * What a person's mood entries come to. All counts are by emotion.
 *
 * @param total of all entries
 * @param days of the newest days that have any, 366 at most
 * @param weekdays by the day of the week, of all entries
 * @param hours by the hour of the day, from 0 to 23, of all entries
 * @param lift how music that was to lift went
 * @param zone the person's time zone, in which days and hours are counted
 */
public record MoodStatistics(
    EmotionCounts total,
    SortedMap<LocalDate, EmotionCounts> days,
    SortedMap<DayOfWeek, EmotionCounts> weekdays,
    SortedMap<Integer, EmotionCounts> hours,
    Lift lift,
    ZoneId zone) {

  /**
   * Pairs of an entry whose music was to lift, and the next entry soon after it. Nothing says that
   * it was the music that made the difference.
   *
   * @param before the first of each pair
   * @param after the second of each pair
   * @param lifted how many of the pairs were more pleasant after than before
   * @param meanValenceBefore in [-1, 1]; 0 without a pair
   * @param meanValenceAfter in [-1, 1]; 0 without a pair
   */
  public record Lift(
      EmotionCounts before,
      EmotionCounts after,
      int lifted,
      double meanValenceBefore,
      double meanValenceAfter) {}
}

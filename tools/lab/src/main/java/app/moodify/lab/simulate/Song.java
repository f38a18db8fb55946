package app.moodify.lab.simulate;

import app.moodify.core.mood.Affect;
import app.moodify.core.music.Speed;
import java.time.LocalDate;
import java.util.List;

/**
 * A synthetic song, as only the simulation knows it.
 *
 * @param affect what it truly sounds like, which no catalogue knows
 * @param tags words for its mood, of which some are wrong
 * @param mood one of Audius's moods
 * @param popularity from 0, the least, to 1
 */
record Song(
    String id,
    String artist,
    Affect affect,
    Genre genre,
    List<String> tags,
    String mood,
    Speed speed,
    boolean instrumental,
    double popularity,
    LocalDate released) {}

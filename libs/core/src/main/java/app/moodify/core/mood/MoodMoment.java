package app.moodify.core.mood;

import java.time.Instant;

/**
 * A mood entry as statistics see it.
 *
 * @param at when it was made
 * @param emotion the expression: the person's correction, else what was read or picked
 * @param valence how pleasant it is, in [-1, 1]
 * @param lift whether the music was to lift it
 */
public record MoodMoment(Instant at, Emotion emotion, double valence, boolean lift) {}

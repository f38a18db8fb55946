package app.moodify.core.music;

import app.moodify.core.mood.Affect;

/**
 * How the page makes a piece of music by itself: the same recipe gives the same music.
 *
 * @param seed of the piece's randomness
 * @param affect what it is to sound like
 */
public record Recipe(long seed, Affect affect) {}

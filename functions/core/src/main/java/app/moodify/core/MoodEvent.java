package app.moodify.core;

import java.time.Instant;
import java.util.Optional;

/**
 * Tells that a mood entry has its verdict.
 *
 * @param id the entry
 * @param status its final status
 * @param emotion the expression that was read, if one was
 * @param at when the verdict was told; a repeated event may tell the same verdict with a later time
 */
public record MoodEvent(MoodId id, MoodStatus status, Optional<Emotion> emotion, Instant at) {}

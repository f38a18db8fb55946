package app.moodify.core;

import java.util.Optional;

/**
 * A piece of music of some catalogue. Has a recipe or links, so that it can be heard.
 *
 * @param id unique over all catalogues, and usable as a Firestore document id
 * @param source the catalogue's name
 * @param title its title
 * @param artist who made it
 * @param durationSeconds how long it plays
 * @param affect what it sounds like
 * @param recipe how to make it; for music that the page makes itself
 * @param links where to hear it; for music of other catalogues
 */
public record Track(
    String id,
    String source,
    String title,
    String artist,
    int durationSeconds,
    Affect affect,
    Optional<Recipe> recipe,
    Optional<TrackLinks> links) {}

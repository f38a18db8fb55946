package app.moodify.core;

import java.net.URI;
import java.util.Optional;

/**
 * Where a catalogue's track is to be found.
 *
 * @param audio what a player plays
 * @param page the track's page, to be linked as the catalogue's terms ask
 * @param artwork a picture
 * @param licence the licence's text
 */
public record TrackLinks(
    URI audio, Optional<URI> page, Optional<URI> artwork, Optional<URI> licence) {}

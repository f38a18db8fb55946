package app.moodify.core.music;

import app.moodify.core.EnumKeys;
import app.moodify.core.Keyed;
import java.net.URI;
import java.util.Optional;

/**
 * Where a catalogue's track is to be found.
 *
 * @param audio where to hear it
 * @param page the track's page, to be linked as the catalogue's terms ask
 * @param artistPage the artist's page
 * @param artwork a picture
 * @param licence the licence it is under
 */
public record TrackLinks(
    Audio audio,
    Optional<URI> page,
    Optional<URI> artistPage,
    Optional<URI> artwork,
    Optional<Licence> licence) {

  /** What a player has to do with an address. */
  public enum AudioKind implements Keyed {
    /** Play it. */
    DIRECT,
    /** Ask it for the address to play, at the moment of playing: that one soon expires. */
    RESOLVE;

    /** Returns the kind with this {@link #key()}, or nothing for any other text, also null. */
    public static Optional<AudioKind> fromKey(String key) {
      return EnumKeys.find(values(), key);
    }
  }

  /**
   * Where to hear a track.
   *
   * @param url an address that does not expire and holds no key or client id
   * @param kind what to do with it
   */
  public record Audio(URI url, AudioKind kind) {}

  /**
   * A licence.
   *
   * @param name its short name, such as {@code CC BY-NC-SA 3.0}
   * @param url its text
   */
  public record Licence(String name, Optional<URI> url) {}
}

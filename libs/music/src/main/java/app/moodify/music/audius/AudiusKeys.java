package app.moodify.music.audius;

import java.util.Optional;

/**
 * What Audius knows this application by, beside its name. Neither is needed; with them, limits are
 * higher.
 *
 * @param apiKey sent as a parameter
 * @param bearerToken sent as a header
 */
public record AudiusKeys(Optional<String> apiKey, Optional<String> bearerToken) {
  /** No keys at all. */
  public static final AudiusKeys NONE = new AudiusKeys(Optional.empty(), Optional.empty());

  /** Shows which there are, but not the keys. */
  @Override
  public String toString() {
    return "AudiusKeys[apiKey=%s, bearerToken=%s]"
        .formatted(apiKey.map(key -> "set"), bearerToken.map(token -> "set"));
  }
}

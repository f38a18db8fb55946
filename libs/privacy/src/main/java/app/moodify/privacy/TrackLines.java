package app.moodify.privacy;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Tracks as a person reads them.
 *
 * @param pattern how title and artist go together, in the language of the locale
 */
record TrackLines(String pattern, Locale locale) {
  private static final int LONGEST_NAME = 200;

  /** Returns a line for each track of a playlist's document; what is none is left out. */
  List<String> of(Map<String, Object> fields) {
    if (!(fields.get("tracks") instanceof List<?> tracks)) {
      return List.of();
    }
    return tracks.stream().map(this::track).flatMap(Optional::stream).toList();
  }

  private Optional<String> track(Object track) {
    if (!(track instanceof Map<?, ?> fields)) {
      return Optional.empty();
    }
    String title = shortened(Objects.toString(fields.get("title"), ""));
    String artist = shortened(Objects.toString(fields.get("artist"), ""));
    if (title.isEmpty() || artist.isEmpty()) {
      return Optional.of(title + artist).filter(known -> !known.isEmpty());
    }
    return Optional.of(new MessageFormat(pattern, locale).format(new Object[] {title, artist}));
  }

  /** A title may be as long as a document; the page is kept in memory, and data.json has it all. */
  private static String shortened(String text) {
    int end = Math.min(text.length(), LONGEST_NAME);
    return end == text.length()
        ? text
        : text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}

package app.moodify.music.text;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names and words of strangers, made fit to be shown in a line. Markup stays what it is, text: the
 * page shows it as such.
 */
public final class TrackText {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TAG = 40;

  /** More tags than this describe everything, and so nothing. */
  private static final int MOST_TAGS = 12;

  /** Control characters, and those that change the direction of all text that follows. */
  private static final Pattern UNFIT =
      Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202a-\\u202e\\u2066-\\u2069\\ufeff]+");

  private static final Pattern BLANKS = Pattern.compile("\\s{2,}");

  private TrackText() {}

  /** Returns a title or a name in one line of at most 200 characters; nothing if none is left. */
  public static Optional<String> name(String text) {
    return line(text, LONGEST_NAME);
  }

  /** Returns tags in lower case, in their order, each once, at most 12 and none that is a story. */
  public static List<String> tags(Collection<String> tags) {
    return tags.stream()
        .map(tag -> tag.toLowerCase(Locale.ROOT))
        .flatMap(tag -> line(tag, LONGEST_TAG + 1).stream())
        .filter(tag -> tag.length() <= LONGEST_TAG)
        .distinct()
        .limit(MOST_TAGS)
        .toList();
  }

  /** Returns the date (ISO 8601) that a text is or begins with; nothing if there is none. */
  public static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text.substring(0, Math.min(10, text.length()))));
    } catch (DateTimeParseException expected) {
      return Optional.empty();
    }
  }

  private static Optional<String> line(String text, int longest) {
    String visible = UNFIT.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ");
    String line = BLANKS.matcher(visible).replaceAll(" ").strip();
    if (line.codePointCount(0, line.length()) > longest) {
      line = line.substring(0, line.offsetByCodePoints(0, longest)).strip();
    }
    return Optional.of(line).filter(rest -> !rest.isEmpty());
  }
}

package app.moodify.privacy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * What a person can read of their data without a program: one HTML page with their entries, the
 * newest first, each with its music and the photo that was kept, and their saved playlists; in the
 * language and the time zone of their profile. Takes documents as they come, and keeps of each only
 * what it shows. A field of another type than agreed counts as absent. Not thread-safe.
 */
final class ReadablePage {
  private static final String STYLE =
      "body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}"
          + "article{padding:1rem 0;border-top:1px solid #8884}h3{margin:0}"
          + "img{max-width:12rem;height:auto;border-radius:.5rem}p{margin:.25rem 0}"
          + ":root{color-scheme:light dark}";

  private record Entry(String id, Optional<Instant> at, String headline, List<String> notes) {}

  private record NamedTracks(String name, List<String> tracks) {}

  private final Locale locale;
  private final ZoneId zone;
  private final ResourceBundle words;
  private final String person;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, List<String>> tracksByEntry = new HashMap<>();
  private final TrackLines trackLines;
  private final List<NamedTracks> saved = new ArrayList<>();

  /** Begins a page in the language that a profile names, or in English. */
  ReadablePage(Map<String, Object> profile) {
    zone = text(profile, "timeZone").flatMap(ReadablePage::zone).orElse(ZoneOffset.UTC);
    person = text(profile, "displayName").orElse("");
    words =
        ResourceBundle.getBundle(
            "app.moodify.privacy.readable",
            text(profile, "language").map(Locale::forLanguageTag).orElse(Locale.ENGLISH),
            ReadablePage.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    locale = Locale.forLanguageTag(words.getString("language"));
    trackLines = new TrackLines(words.getString("track"), locale);
  }

  /** Takes a document of a person's collection; most collections are for programs only. */
  void take(String collection, String id, Map<String, Object> fields) {
    switch (collection) {
      case "moods" -> entries.add(entry(id, fields));
      case "playlists" -> tracksByEntry.put(id, trackLines.of(fields));
      case "savedPlaylists" ->
          saved.add(new NamedTracks(text(fields, "name").orElse(id), trackLines.of(fields)));
      default -> {
        // In data.json.
      }
    }
  }

  /**
   * Writes the page, and leaves the stream open.
   *
   * @param files the names of the files beside it, such as {@code photos/{moodId}.jpg}
   */
  void write(Instant now, Set<String> files, OutputStream to) throws IOException {
    Writer html = new OutputStreamWriter(to, StandardCharsets.UTF_8);
    String title = escaped(words.getString("title"));
    html.write("<!doctype html>\n<html lang=\"%s\">\n".formatted(words.getString("language")));
    html.write("<meta charset=\"utf-8\">\n<title>%s</title>\n".formatted(title));
    html.write("<meta name=\"viewport\" content=\"width=device-width\">\n");
    html.write("<style>%s</style>\n<h1>%s</h1>\n".formatted(STYLE, title));
    if (!person.isEmpty()) {
      html.write("<p><strong>%s</strong></p>\n".formatted(escaped(person)));
    }
    html.write("<p>%s</p>\n<p>%s</p>\n".formatted(said("exported", written(now)), said("rest")));
    writeEntries(files, html);
    writeSaved(html);
    html.write("</html>\n");
    html.flush();
  }

  private void writeEntries(Set<String> files, Writer html) throws IOException {
    html.write("<h2>%s</h2>\n".formatted(said("entries")));
    if (entries.isEmpty()) {
      html.write("<p>%s</p>\n".formatted(said("no-entries")));
    }
    Map<String, String> photos = photosByEntry(files);
    entries.sort(Comparator.comparing((Entry entry) -> entry.at().orElse(Instant.MIN)).reversed());
    for (Entry entry : entries) {
      html.write("<article>\n<h3>%s</h3>\n".formatted(escaped(entry.headline())));
      if (entry.at().isPresent()) {
        Instant at = entry.at().get();
        html.write("<p><time datetime=\"%s\">%s</time></p>\n".formatted(at, escaped(written(at))));
      }
      html.write("<p>%s</p>\n".formatted(escaped(String.join(" · ", entry.notes()))));
      String photo = photos.get(entry.id());
      if (photo != null) {
        html.write("<img src=\"%s\" alt=\"%s\">\n".formatted(address(photo), said("photo")));
      }
      writeTracks(tracksByEntry.getOrDefault(entry.id(), List.of()), html);
      html.write("</article>\n");
    }
  }

  private void writeSaved(Writer html) throws IOException {
    if (saved.isEmpty()) {
      return;
    }
    html.write("<h2>%s</h2>\n".formatted(said("saved")));
    for (NamedTracks playlist : saved) {
      html.write("<article>\n<h3>%s</h3>\n".formatted(escaped(playlist.name())));
      writeTracks(playlist.tracks(), html);
      html.write("</article>\n");
    }
  }

  private void writeTracks(List<String> tracks, Writer html) throws IOException {
    if (tracks.isEmpty()) {
      return;
    }
    String summary = said("music", NumberFormat.getIntegerInstance(locale).format(tracks.size()));
    html.write("<details><summary>%s</summary><ol>\n".formatted(summary));
    for (String track : tracks) {
      html.write("<li>%s</li>\n".formatted(escaped(track)));
    }
    html.write("</ol></details>\n");
  }

  private Entry entry(String id, Map<String, Object> fields) {
    Optional<String> correction = text(fields, "correction");
    Optional<String> emotion = correction.or(() -> text(fields, "emotion"));
    String headline =
        emotion
            .flatMap(name -> word("emotion." + name))
            .or(() -> text(fields, "status").flatMap(name -> word("status." + name)))
            .orElse(id);
    List<String> notes = new ArrayList<>();
    if (correction.isPresent()) {
      notes.add(words.getString("corrected"));
    } else if (text(fields, "source").equals(Optional.of("manual"))) {
      notes.add(words.getString("picked"));
    } else if (fields.get("confidence") instanceof Number confidence) {
      String percent = NumberFormat.getPercentInstance(locale).format(confidence.doubleValue());
      notes.add(new MessageFormat(words.getString("sure"), locale).format(new Object[] {percent}));
    }
    text(fields, "goal").flatMap(name -> word("goal." + name)).ifPresent(notes::add);
    Optional<Instant> at =
        Optional.ofNullable(fields.get("createdAt"))
            .filter(Instant.class::isInstance)
            .map(Instant.class::cast);
    return new Entry(id, at, capitalized(headline), List.copyOf(notes));
  }

  private String said(String key, Object... values) {
    return escaped(new MessageFormat(words.getString(key), locale).format(values));
  }

  private Optional<String> word(String key) {
    return words.containsKey(key) ? Optional.of(words.getString(key)) : Optional.empty();
  }

  private String written(Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(locale)
        .format(at.atZone(zone));
  }

  private String capitalized(String text) {
    int first = text.offsetByCodePoints(0, 1);
    return text.substring(0, first).toUpperCase(locale) + text.substring(first);
  }

  /** Finds the photos that lie under the name of their entry. */
  private static Map<String, String> photosByEntry(Set<String> files) {
    Map<String, String> photos = new HashMap<>();
    for (String file : files) {
      if (file.startsWith("photos/") && file.indexOf('/', "photos/".length()) < 0) {
        int end = file.lastIndexOf('.');
        photos.put(file.substring("photos/".length(), end < 0 ? file.length() : end), file);
      }
    }
    return photos;
  }

  private static String address(String file) {
    try {
      return escaped(new URI(null, null, file, null).toASCIIString());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("A relative path is always an address", e);
    }
  }

  private static Optional<String> text(Map<String, Object> fields, String name) {
    return Optional.ofNullable(fields.get(name))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(text -> !text.isBlank());
  }

  private static Optional<ZoneId> zone(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * What people have typed is shown, and never becomes a part of the page (OWASP, rule 1 and 2).
   */
  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}

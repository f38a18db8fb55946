package app.moodify.music.songs;

import app.moodify.core.music.Track;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * A file of songs: comma-separated values (RFC 4180) in UTF-8 with a line of headings. The headings
 * {@code title}, {@code artist} and {@code url} are needed, and {@code tags} or {@code emotion};
 * {@code genre}, {@code duration}, {@code page} and {@code licence} may be there; others are left
 * alone. Semicolons may stand for the commas, as spreadsheets write them.
 *
 * @param songs what was read, in the order of the lines
 * @param problems what could not be read, in the order of the lines
 */
public record SongFile(List<Track> songs, List<Problem> problems) {
  /** A larger file is no list of songs. */
  public static final int MAX_BYTES = 50 * 1024 * 1024;

  private static final List<String> NEEDED = List.of("title", "artist", "url");

  /** Copies the lists. */
  public SongFile {
    songs = List.copyOf(songs);
    problems = List.copyOf(problems);
  }

  /**
   * What is wrong with a line.
   *
   * @param line its number, from 1, as an editor counts; the first of a song that takes several
   * @param message what is wrong and how it would be right
   */
  public record Problem(long line, String message) {}

  /** Reads a file. Whatever is wrong with it is among the problems. */
  public static SongFile read(byte[] bytes) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return failed(1, "The file is no UTF-8 text; save it as UTF-8.");
    }
    String content = text.startsWith("\ufeff") ? text.substring(1) : text;
    try (CSVParser parser = CSVParser.parse(content, format(content))) {
      return read(parser);
    } catch (IllegalArgumentException e) {
      return failed(1, "The headings are not right: " + e.getMessage());
    } catch (IOException e) {
      return failed(1, "The file cannot be read: " + e.getMessage());
    }
  }

  private static SongFile read(CSVParser parser) {
    List<String> headings =
        parser.getHeaderNames().stream()
            .map(name -> name.strip().toLowerCase(Locale.ROOT))
            .toList();
    List<String> missing = NEEDED.stream().filter(name -> !headings.contains(name)).toList();
    if (!missing.isEmpty()) {
      return failed(
          1,
          "The heading %s is missing; the first line must be such as title,artist,url,tags"
              .formatted(String.join(" and ", missing)));
    }
    if (!headings.contains("tags") && !headings.contains("emotion")) {
      return failed(1, "The heading tags or emotion is missing: what does the music sound like?");
    }
    Reading reading = new Reading();
    long line = parser.getCurrentLineNumber() + 1;
    try {
      for (Iterator<CSVRecord> records = parser.iterator(); records.hasNext(); ) {
        reading.add(line, records.next());
        line = parser.getCurrentLineNumber() + 1;
      }
    } catch (UncheckedIOException e) {
      reading.problems.add(
          new Problem(
              line, "a quotation mark is not closed, or stands within a value; double it there"));
    }
    return new SongFile(List.copyOf(reading.songs.values()), reading.problems);
  }

  private static SongFile failed(long line, String message) {
    return new SongFile(List.of(), List.of(new Problem(line, message)));
  }

  private static CSVFormat format(String content) {
    String firstLine = content.lines().findFirst().orElse("");
    return CSVFormat.Builder.create()
        .setDelimiter(firstLine.contains(";") && !firstLine.contains(",") ? ';' : ',')
        .setHeader()
        .setIgnoreHeaderCase(true)
        .setIgnoreEmptyLines(false)
        .setIgnoreSurroundingSpaces(true)
        .setTrim(true)
        .setAllowMissingColumnNames(true)
        .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_EMPTY)
        .get();
  }

  /** What was read so far. */
  private static final class Reading {
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Track> songs = new LinkedHashMap<>();
    private final Map<String, Long> lines = new HashMap<>();

    void add(long line, CSVRecord record) {
      if (record.stream().allMatch(String::isBlank)) {
        return;
      }
      try {
        Track song = SongLine.read(record);
        Long before = lines.putIfAbsent(song.id(), line);
        if (before != null) {
          throw new SongLine.Fault("the same title and artist are in line " + before);
        }
        songs.put(song.id(), song);
      } catch (SongLine.Fault e) {
        problems.add(new Problem(line, e.getMessage()));
      }
    }
  }
}

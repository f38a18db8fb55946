package app.moodify.music.songs;

import app.moodify.core.mood.Affect;
import app.moodify.core.mood.Emotion;
import app.moodify.core.music.Track;
import app.moodify.core.music.TrackLinks;
import app.moodify.core.music.TrackLinks.Audio;
import app.moodify.core.music.TrackLinks.AudioKind;
import app.moodify.core.music.TrackLinks.Licence;
import app.moodify.core.music.TrackTraits;
import app.moodify.music.affect.AffectEstimate;
import app.moodify.music.catalogue.Popularity;
import app.moodify.music.text.TrackText;
import app.moodify.music.text.WebLinks;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/** Reads one song of a {@link SongFile}. */
final class SongLine {
  /** What a song may take at most: one that takes an hour is a mix or a book. */
  private static final int LONGEST_SECONDS = 3599;

  private static final Pattern DURATION = Pattern.compile("(?:([0-9]{1,3}):)?([0-9]{1,5})");
  private static final int ID_DIGITS = 24;
  private static final WebLinks LINKS = new WebLinks(Set.of());

  private final CSVRecord record;

  private SongLine(CSVRecord record) {
    this.record = record;
  }

  static Track read(CSVRecord record) throws Fault {
    return new SongLine(record).read();
  }

  private Track read() throws Fault {
    String title = needed("title").flatMap(TrackText::name).orElseThrow(() -> empty("title"));
    String artist = needed("artist").flatMap(TrackText::name).orElseThrow(() -> empty("artist"));
    URI audio = link("url").orElseThrow(() -> empty("url"));
    List<String> tags = TrackText.tags(Arrays.asList(value("tags").orElse("").split("[;,|]")));
    return new Track(
        SongCatalogue.KEY + "-" + digest(key(title) + "\n" + key(artist)),
        SongCatalogue.NAME,
        title,
        artist,
        Optional.of(SongCatalogue.KEY + "-" + digest(key(artist))),
        duration(),
        affect(tags),
        new TrackTraits(
            value("genre").flatMap(TrackText::name), tags, Optional.empty(), Optional.empty()),
        Popularity.UNKNOWN,
        Optional.empty(),
        Optional.empty(),
        Optional.of(
            new TrackLinks(
                new Audio(audio, AudioKind.DIRECT),
                link("page"),
                Optional.empty(),
                Optional.empty(),
                value("licence")
                    .flatMap(TrackText::name)
                    .map(name -> new Licence(name, LINKS.of(name))))));
  }

  private Affect affect(List<String> tags) throws Fault {
    Optional<String> word = value("emotion");
    if (word.isPresent()) {
      Emotion emotion =
          Emotion.fromKey(word.get().toLowerCase(Locale.ROOT))
              .orElseThrow(
                  () ->
                      new Fault(
                          "\"%s\" is no emotion; take one of %s"
                              .formatted(word.get(), String.join(", ", emotions()))));
      return AffectEstimate.of(tags, Optional.empty(), Optional.empty(), emotion.affect());
    }
    if (tags.isEmpty()) {
      throw new Fault("a mood is missing: give tags such as calm or happy, or an emotion");
    }
    return AffectEstimate.ofTags(tags)
        .orElseThrow(
            () ->
                new Fault(
                    "no tag of \"%s\" names a mood; add one such as calm, happy, sad, energetic"
                            .formatted(String.join("; ", tags))
                        + " or dark, or an emotion"));
  }

  /** Returns the length in seconds, 0 where it is not given. */
  private int duration() throws Fault {
    Optional<String> text = value("duration");
    if (text.isEmpty()) {
      return 0;
    }
    Matcher matcher = DURATION.matcher(text.get());
    if (!matcher.matches()) {
      throw new Fault("the duration \"" + text.get() + "\" is neither 215 seconds nor 3:35");
    }
    int minutes = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
    int seconds = 60 * minutes + Integer.parseInt(matcher.group(2));
    if (seconds < 1 || seconds > LONGEST_SECONDS) {
      throw new Fault("the duration \"" + text.get() + "\" is not between 1 second and an hour");
    }
    return seconds;
  }

  private Optional<URI> link(String heading) throws Fault {
    Optional<String> text = value(heading);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!text.get().toLowerCase(Locale.ROOT).startsWith("https://")) {
      throw new Fault("the %s \"%s\" does not begin with https://".formatted(heading, text.get()));
    }
    Optional<URI> link = LINKS.of(text.get());
    if (link.isEmpty()) {
      throw new Fault("the %s \"%s\" is no address of the web".formatted(heading, text.get()));
    }
    return link;
  }

  private Optional<String> needed(String heading) throws Fault {
    return Optional.of(value(heading).orElseThrow(() -> empty(heading)));
  }

  private Optional<String> value(String heading) {
    return record.isSet(heading)
        ? Optional.of(record.get(heading)).filter(text -> !text.isBlank())
        : Optional.empty();
  }

  private static Fault empty(String heading) {
    return new Fault("the " + heading + " is missing");
  }

  private static List<String> emotions() {
    return Arrays.stream(Emotion.values()).map(Emotion::key).toList();
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, ID_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** What is wrong with the line. */
  static final class Fault extends Exception {
    private static final long serialVersionUID = 1L;

    Fault(String message) {
      super(message);
    }
  }
}

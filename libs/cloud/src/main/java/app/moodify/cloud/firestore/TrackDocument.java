package app.moodify.cloud.firestore;

import app.moodify.core.mood.Affect;
import app.moodify.core.music.Recipe;
import app.moodify.core.music.Speed;
import app.moodify.core.music.Track;
import app.moodify.core.music.TrackLinks;
import app.moodify.core.music.TrackLinks.Audio;
import app.moodify.core.music.TrackLinks.AudioKind;
import app.moodify.core.music.TrackLinks.Licence;
import app.moodify.core.music.TrackTraits;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a track, wherever in Firestore one is. What there is nothing to say of is absent.
 */
final class TrackDocument {
  private TrackDocument() {}

  static Map<String, Object> write(Track track) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", track.id());
    fields.put("source", track.source());
    fields.put("title", track.title());
    fields.put("artist", track.artist());
    track.artistId().ifPresent(artistId -> fields.put("artistId", artistId));
    fields.put("durationSeconds", track.durationSeconds());
    fields.put("affect", Documents.affect(track.affect()));
    putTraits(fields, track.traits());
    fields.put("popularity", track.popularity());
    track.released().ifPresent(released -> fields.put("released", released.toString()));
    track.recipe().ifPresent(recipe -> fields.put("recipe", recipe(recipe)));
    track.links().ifPresent(links -> fields.put("links", links(links)));
    return fields;
  }

  /** Adds what is known of a track's sound: genre, tags, speed, instrumental. */
  static void putTraits(Map<String, Object> fields, TrackTraits traits) {
    traits.genre().ifPresent(genre -> fields.put("genre", genre));
    fields.put("tags", traits.tags());
    traits.speed().ifPresent(speed -> fields.put("speed", speed.key()));
    traits.instrumental().ifPresent(instrumental -> fields.put("instrumental", instrumental));
  }

  /** Reads a track, or nothing if it makes no sense. */
  static Optional<Track> read(Map<?, ?> fields) {
    Optional<String> id = Documents.text(fields, "id");
    Optional<String> source = Documents.text(fields, "source");
    Optional<String> title = Documents.text(fields, "title");
    Optional<Affect> affect = readAffect(Documents.map(fields, "affect"));
    if (id.isEmpty() || source.isEmpty() || title.isEmpty() || affect.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Track(
            id.get(),
            source.get(),
            title.get(),
            Documents.text(fields, "artist").orElse(""),
            Documents.text(fields, "artistId"),
            fields.get("durationSeconds") instanceof Number seconds ? seconds.intValue() : 0,
            affect.get(),
            readTraits(fields),
            share(fields.get("popularity")),
            Documents.text(fields, "released").flatMap(TrackDocument::date),
            readRecipe(Documents.map(fields, "recipe")),
            readLinks(Documents.map(fields, "links"))));
  }

  /** Reads what {@link #putTraits} wrote. */
  static TrackTraits readTraits(Map<?, ?> fields) {
    List<String> tags =
        fields.get("tags") instanceof List<?> list
            ? list.stream().filter(String.class::isInstance).map(String.class::cast).toList()
            : List.of();
    return new TrackTraits(
        Documents.text(fields, "genre"),
        tags,
        Documents.text(fields, "speed").flatMap(Speed::fromKey),
        Optional.ofNullable(fields.get("instrumental") instanceof Boolean known ? known : null));
  }

  private static Map<String, Object> recipe(Recipe recipe) {
    Affect affect = recipe.affect();
    return Map.of("seed", recipe.seed(), "valence", affect.valence(), "arousal", affect.arousal());
  }

  private static Optional<Recipe> readRecipe(Map<?, ?> fields) {
    return fields.get("seed") instanceof Number seed
        ? readAffect(fields).map(affect -> new Recipe(seed.longValue(), affect))
        : Optional.empty();
  }

  private static Map<String, Object> links(TrackLinks links) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(
        "audio", Map.of("url", links.audio().url().toString(), "kind", links.audio().kind().key()));
    links.page().ifPresent(page -> fields.put("page", page.toString()));
    links.artistPage().ifPresent(page -> fields.put("artistPage", page.toString()));
    links.artwork().ifPresent(artwork -> fields.put("artwork", artwork.toString()));
    links.licence().ifPresent(licence -> fields.put("licence", licence(licence)));
    return fields;
  }

  private static Map<String, Object> licence(Licence licence) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", licence.name());
    licence.url().ifPresent(url -> fields.put("url", url.toString()));
    return fields;
  }

  private static Optional<TrackLinks> readLinks(Map<?, ?> fields) {
    Map<?, ?> audio = Documents.map(fields, "audio");
    Optional<AudioKind> kind = Documents.text(audio, "kind").flatMap(AudioKind::fromKey);
    Optional<URI> url = uri(audio, "url");
    if (kind.isEmpty() || url.isEmpty()) {
      return Optional.empty();
    }
    Map<?, ?> licence = Documents.map(fields, "licence");
    return Optional.of(
        new TrackLinks(
            new Audio(url.get(), kind.get()),
            uri(fields, "page"),
            uri(fields, "artistPage"),
            uri(fields, "artwork"),
            Documents.text(licence, "name").map(name -> new Licence(name, uri(licence, "url")))));
  }

  private static Optional<Affect> readAffect(Map<?, ?> fields) {
    if (!(fields.get("valence") instanceof Number valence)
        || !(fields.get("arousal") instanceof Number arousal)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Affect(valence.doubleValue(), arousal.doubleValue()));
    } catch (IllegalArgumentException outsideOfThePlane) {
      return Optional.empty();
    }
  }

  private static double share(Object value) {
    double share = value instanceof Number number ? number.doubleValue() : Double.NaN;
    return share >= 0 && share <= 1 ? share : 0.5;
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException noDate) {
      return Optional.empty();
    }
  }

  private static Optional<URI> uri(Map<?, ?> fields, String name) {
    return Documents.text(fields, name)
        .flatMap(
            text -> {
              try {
                return Optional.of(new URI(text));
              } catch (URISyntaxException noAddress) {
                return Optional.empty();
              }
            });
  }
}

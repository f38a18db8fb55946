package app.moodify.music.jamendo;

import app.moodify.core.music.MusicRegion;
import app.moodify.core.music.Speed;
import app.moodify.core.music.Track;
import app.moodify.core.music.TrackLinks;
import app.moodify.core.music.TrackLinks.Audio;
import app.moodify.core.music.TrackLinks.AudioKind;
import app.moodify.core.music.TrackTraits;
import app.moodify.music.affect.AffectEstimate;
import app.moodify.music.catalogue.Playable;
import app.moodify.music.catalogue.Popularity;
import app.moodify.music.http.JsonFields;
import app.moodify.music.text.TrackText;
import app.moodify.music.text.WebLinks;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Reads Jamendo's tracks. One that cannot be listened to or attributed is left out. */
final class JamendoTracks {
  static final String SOURCE = "Jamendo";
  static final String KEY = "jamendo";

  private static final String SITE = "https://www.jamendo.com/";
  private static final String NUMBER = "[0-9]{1,18}";

  private final WebLinks links;
  private final String clientId;

  JamendoTracks(WebLinks links, String clientId) {
    this.links = links;
    this.clientId = clientId;
  }

  List<Track> read(List<JsonFields> results, MusicRegion region) {
    double[] ranks =
        Popularity.ranks(
            results.stream()
                .map(result -> result.object("stats").number("rate_listened_total"))
                .toList());
    List<Track> tracks = new ArrayList<>();
    for (int number = 0; number < ranks.length; number++) {
      read(results.get(number), region, ranks[number]).ifPresent(tracks::add);
    }
    return tracks;
  }

  private Optional<Track> read(JsonFields result, MusicRegion region, double popularity) {
    Optional<String> id = result.text("id").filter(text -> text.matches(NUMBER));
    Optional<String> title = result.text("name").flatMap(TrackText::name);
    Optional<String> artist = result.text("artist_name").flatMap(TrackText::name);
    long duration = result.integer("duration").orElse(0L);
    Optional<URI> audio = result.text("audio").flatMap(this::withoutClientId);
    if (id.isEmpty()
        || title.isEmpty()
        || artist.isEmpty()
        || audio.isEmpty()
        || !Playable.isPlayable(duration)) {
      return Optional.empty();
    }
    Optional<String> artistNumber = result.text("artist_id").filter(text -> text.matches(NUMBER));
    TrackTraits traits = traits(result.object("musicinfo"));
    return Optional.of(
        new Track(
            KEY + "-" + id.get(),
            SOURCE,
            title.get(),
            artist.get(),
            artistNumber.map(number -> KEY + "-" + number),
            (int) duration,
            AffectEstimate.of(traits.tags(), Optional.empty(), traits.speed(), region.place()),
            traits,
            popularity,
            result.text("releasedate").flatMap(TrackText::date),
            Optional.empty(),
            Optional.of(links(result, id.get(), artistNumber, audio.get()))));
  }

  private static TrackTraits traits(JsonFields info) {
    JsonFields tags = info.object("tags");
    return new TrackTraits(
        tags.texts("genres").stream().findFirst().flatMap(TrackText::name),
        TrackText.tags(tags.texts("vartags")),
        info.text("speed").flatMap(Speed::fromKey),
        info.text("vocalinstrumental")
            .flatMap(
                word ->
                    switch (word) {
                      case "instrumental" -> Optional.of(true);
                      case "vocal" -> Optional.of(false);
                      default -> Optional.empty();
                    }));
  }

  private TrackLinks links(JsonFields result, String id, Optional<String> artistNumber, URI audio) {
    return new TrackLinks(
        new Audio(audio, AudioKind.DIRECT),
        result
            .text("shareurl")
            .flatMap(links::of)
            .or(() -> Optional.of(URI.create(SITE + "track/" + id))),
        artistNumber.map(number -> URI.create(SITE + "artist/" + number)),
        result.text("image").or(() -> result.text("album_image")).flatMap(links::of),
        result.text("license_ccurl").flatMap(links::of).map(CreativeCommons::licence));
  }

  /** The address of the audio holds the client id, as {@code from=app-...}; it works without. */
  private Optional<URI> withoutClientId(String audio) {
    return Optional.ofNullable(HttpUrl.parse(audio))
        .map(url -> url.newBuilder().removeAllQueryParameters("from").build().toString())
        .filter(url -> !url.contains(clientId))
        .flatMap(links::of);
  }
}

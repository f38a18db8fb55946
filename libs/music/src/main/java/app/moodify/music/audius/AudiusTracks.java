package app.moodify.music.audius;

import app.moodify.core.mood.Affect;
import app.moodify.core.music.Speed;
import app.moodify.core.music.Track;
import app.moodify.core.music.TrackLinks;
import app.moodify.core.music.TrackLinks.Audio;
import app.moodify.core.music.TrackLinks.AudioKind;
import app.moodify.core.music.TrackLinks.Licence;
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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/**
 * Reads Audius's tracks, in the full form that a search gives and in the short one of the trending
 * list: every field but id, title, artist and duration may be missing. One that cannot be listened
 * to or attributed is left out.
 */
final class AudiusTracks {
  static final String SOURCE = "Audius";
  static final String KEY = "audius";
  static final String APP_NAME = "Moodify";

  private static final HttpUrl SITE = HttpUrl.get("https://audius.co/");
  private static final String ID = "[0-9A-Za-z]{1,32}";
  private static final Set<String> NO_MUSIC =
      Set.of("podcasts", "audiobooks", "spoken word", "comedy", "kids");
  private static final Licence DEFAULT_LICENCE =
      new Licence("All rights reserved", Optional.empty());

  private final WebLinks webLinks;

  AudiusTracks(WebLinks webLinks) {
    this.webLinks = webLinks;
  }

  List<Track> read(List<JsonFields> data, HttpUrl host, Affect fallback) {
    double[] ranks =
        Popularity.ranks(
            data.stream()
                .map(each -> each.number("play_count").or(() -> each.number("favorite_count")))
                .toList());
    List<Track> tracks = new ArrayList<>();
    for (int number = 0; number < ranks.length; number++) {
      if (isStreamable(data.get(number))) {
        read(data.get(number), host, fallback, ranks[number]).ifPresent(tracks::add);
      }
    }
    return tracks;
  }

  private static boolean isStreamable(JsonFields track) {
    return track.bool("is_streamable").orElse(true)
        && track.object("access").bool("stream").orElse(true)
        && track.bool("is_available").orElse(true)
        && !track.bool("is_stream_gated").orElse(false)
        && !track.bool("is_unlisted").orElse(false)
        && !track.bool("is_delete").orElse(false)
        && Playable.isPlayable(track.integer("duration").orElse(0L))
        && !NO_MUSIC.contains(track.text("genre").orElse("").toLowerCase(Locale.ROOT));
  }

  private Optional<Track> read(JsonFields track, HttpUrl host, Affect fallback, double popularity) {
    JsonFields user = track.object("user");
    Optional<String> id = track.text("id").filter(text -> text.matches(ID));
    Optional<String> title = track.text("title").flatMap(TrackText::name);
    Optional<String> artist =
        user.text("name").or(() -> user.text("handle")).flatMap(TrackText::name);
    if (id.isEmpty() || title.isEmpty() || artist.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> mood = track.text("mood");
    List<String> tags = List.of(track.text("tags").orElse("").split(","));
    Optional<Speed> speed = track.number("bpm").filter(AudiusTracks::isTempo).map(Speed::ofBpm);
    return Optional.of(
        new Track(
            KEY + "-" + id.get(),
            SOURCE,
            title.get(),
            artist.get(),
            user.text("id").filter(text -> text.matches(ID)).map(text -> KEY + "-" + text),
            track.integer("duration").orElseThrow().intValue(),
            AffectEstimate.of(TrackText.tags(tags), mood, speed, fallback),
            new TrackTraits(
                track.text("genre").flatMap(TrackText::name),
                TrackText.tags(Stream.concat(mood.stream(), tags.stream()).toList()),
                speed,
                Optional.empty()),
            popularity,
            track.text("release_date").or(() -> track.text("created_at")).flatMap(TrackText::date),
            Optional.empty(),
            Optional.of(links(track, user, host, id.get()))));
  }

  private TrackLinks links(JsonFields track, JsonFields user, HttpUrl host, String id) {
    JsonFields artwork = track.object("artwork");
    return new TrackLinks(
        new Audio(stream(host, id), AudioKind.RESOLVE),
        track.text("permalink").map(AudiusTracks::page),
        user.text("handle").map(AudiusTracks::page),
        artwork
            .text("480x480")
            .or(() -> artwork.text("1000x1000"))
            .or(() -> artwork.text("150x150"))
            .flatMap(webLinks::of),
        track
            .text("license")
            .flatMap(TrackText::name)
            .map(name -> new Licence(name, Optional.empty()))
            .or(() -> Optional.of(DEFAULT_LICENCE)));
  }

  /**
   * The response is a redirect to an address that expires; Audius counts it as one more listener.
   */
  private static URI stream(HttpUrl host, String id) {
    return host.newBuilder()
        .addPathSegments("v1/tracks")
        .addPathSegment(id)
        .addPathSegment("stream")
        .addQueryParameter("app_name", APP_NAME)
        .build()
        .uri();
  }

  /** A page of Audius's site; a path that begins with two slashes would lead away from it. */
  private static URI page(String path) {
    return SITE.newBuilder().addPathSegments(path.replaceFirst("^/+", "")).build().uri();
  }

  private static boolean isTempo(double bpm) {
    return bpm >= 30 && bpm <= 300;
  }
}

package app.moodify.music.jamendo;

import app.moodify.core.music.MusicRegion;
import app.moodify.core.music.Speed;
import app.moodify.core.music.Track;
import app.moodify.music.catalogue.CatalogueException;
import app.moodify.music.catalogue.CatalogueException.Kind;
import app.moodify.music.catalogue.Playable;
import app.moodify.music.catalogue.RemoteCatalogue;
import app.moodify.music.http.CatalogueHttp;
import app.moodify.music.http.JsonFields;
import app.moodify.music.text.TrackText;
import app.moodify.music.text.WebLinks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Jamendo's {@code /v3.0/tracks}. Free for non-commercial use; each track is under a Creative
 * Commons licence, and title, artist, licence, a link and "Music by Jamendo" must be shown.
 */
public final class JamendoCatalogue implements RemoteCatalogue {
  /** The API, version and all. */
  public static final HttpUrl API = HttpUrl.get("https://api.jamendo.com/v3.0/");

  /** Jamendo gives at most 200; half of them are choice enough, in half the time. */
  private static final int TRACKS = 100;

  private static final Logger LOG = Logger.getLogger(JamendoCatalogue.class.getName());

  private final CatalogueHttp http;
  private final HttpUrl api;
  private final String clientId;
  private final JamendoTracks tracks;

  /**
   * Asks an API.
   *
   * @param api {@link #API}, or a stub server for it
   * @param clientId what Jamendo knows this application by; sent to nobody else
   */
  public JamendoCatalogue(CatalogueHttp http, HttpUrl api, String clientId) {
    this.http = http;
    this.api = api;
    this.clientId = clientId;
    this.tracks = new JamendoTracks(new WebLinks(Set.of(api.host())), clientId);
  }

  @Override
  public String name() {
    return JamendoTracks.SOURCE;
  }

  @Override
  public String key() {
    return JamendoTracks.KEY;
  }

  @Override
  public List<Track> ask(MusicRegion region, Duration timeout) throws CatalogueException {
    JsonFields response = http.get(new Request.Builder().url(address(region)).build(), timeout);
    requireSuccess(response.object("headers"));
    if (!response.isArray("results")) {
      throw new CatalogueException(Kind.MALFORMED, "Jamendo answered without results");
    }
    return tracks.read(response.objects("results"), region);
  }

  /**
   * Any order but relevance loses the relevance of tags, therefore popularity is a boost. Blanks
   * between tags and speeds are Jamendo's "or".
   */
  private HttpUrl address(MusicRegion region) {
    return api.newBuilder()
        .addPathSegments("tracks/")
        .addQueryParameter("client_id", clientId)
        .addQueryParameter("format", "json")
        .addQueryParameter("limit", String.valueOf(TRACKS))
        .addQueryParameter("fuzzytags", String.join(" ", region.tags()))
        .addQueryParameter(
            "speed", region.speeds().stream().map(Speed::key).collect(Collectors.joining(" ")))
        .addQueryParameter("groupby", "artist_id")
        .addQueryParameter("boost", "popularity_month")
        .addQueryParameter("include", "musicinfo stats")
        .addQueryParameter("audioformat", "mp32")
        .addQueryParameter("imagesize", "300")
        .addQueryParameter("type", "single albumtrack")
        .addQueryParameter(
            "durationbetween", Playable.SHORTEST_SECONDS + "_" + Playable.LONGEST_SECONDS)
        .build();
  }

  /** The status is no help: the documentation writes "succeed" where the samples have "success". */
  private void requireSuccess(JsonFields headers) throws CatalogueException {
    Optional<Long> code = headers.integer("code");
    if (code.isEmpty()) {
      throw new CatalogueException(Kind.MALFORMED, "Jamendo answered without a code");
    }
    if (code.get() != 0) {
      throw failure(code.get(), headers);
    }
    headers
        .text("warnings")
        .ifPresent(warnings -> LOG.warning("Jamendo warns: " + withoutClientId(warnings)));
  }

  private CatalogueException failure(long code, JsonFields headers) {
    JamendoCode known = JamendoCode.of(code);
    String message =
        "Jamendo answered with code %d, %s%s"
            .formatted(
                code,
                known.meaning(),
                headers
                    .text("error_message")
                    .map(said -> ": \"" + withoutClientId(said) + "\"")
                    .orElse(""));
    return known.kind() == Kind.QUOTA
        ? CatalogueException.quota(message, Optional.empty())
        : new CatalogueException(known.kind(), message);
  }

  /** Jamendo quotes the client id in what it says of it. */
  private String withoutClientId(String said) {
    return TrackText.name(said.replace(clientId, "...")).orElse("");
  }
}

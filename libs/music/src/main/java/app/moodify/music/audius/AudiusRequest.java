package app.moodify.music.audius;

import app.moodify.core.mood.Affect;
import app.moodify.core.music.MusicRegion;
import app.moodify.core.music.Speed;
import java.util.List;
import okhttp3.HttpUrl;

/**
 * A request to Audius for tracks.
 *
 * @param address without what identifies this application
 * @param fallback where the tracks lie, as far as the request implies it
 */
record AudiusRequest(HttpUrl address, Affect fallback) {
  /** The most that {@code trending} gives; more is an error there. */
  private static final int TRACKS = 100;

  /** Audius's own genres, as it writes them, without those that are spoken or for children. */
  private static final List<String> MUSIC =
      List.of(
          """
          Electronic, Rock, Metal, Alternative, Hip-Hop/Rap, Experimental, Punk, Folk, Pop, Ambient,
          Soundtrack, World, Jazz, Acoustic, Funk, R&B/Soul, Devotional, Classical, Reggae, Country,
          Blues, Latin, Lo-Fi, Hyperpop, Dancehall, Techno, Trap, House, Tech House, Deep House,
          Disco, Electro, Jungle, Progressive House, Hardstyle, Glitch Hop, Trance, Future Bass,
          Future House, Tropical House, Downtempo, Drum & Bass, Dubstep, Jersey Club, Vaporwave,
          Moombahton"""
              .split(",\\s+"));

  /** The mood of trending tracks is not known. */
  private static final Affect NO_MOOD = new Affect(0, 0);

  /**
   * Returns the requests: mood, tempo and genre, which few tracks have all of; the mood alone; at
   * last the trending tracks, of any mood.
   */
  static List<AudiusRequest> narrowestFirst(HttpUrl host, MusicRegion region) {
    return List.of(
        new AudiusRequest(byAll(host, region), region.place()),
        new AudiusRequest(byMood(host, region).build(), region.place()),
        new AudiusRequest(trending(host), NO_MOOD));
  }

  private static HttpUrl byAll(HttpUrl host, MusicRegion region) {
    HttpUrl.Builder url = byMood(host, region);
    MUSIC.forEach(genre -> url.addQueryParameter("genre", genre));
    region.speeds().stream()
        .mapToInt(Speed::slowestBpm)
        .min()
        .ifPresent(bpm -> url.addQueryParameter("bpm_min", String.valueOf(bpm)));
    region.speeds().stream()
        .mapToInt(Speed::fastestBpm)
        .max()
        .ifPresent(bpm -> url.addQueryParameter("bpm_max", String.valueOf(bpm)));
    return url.build();
  }

  /** Without a query: Audius wants every word of it in the title or the tags. */
  private static HttpUrl.Builder byMood(HttpUrl host, MusicRegion region) {
    HttpUrl.Builder url =
        host.newBuilder()
            .addPathSegments("v1/tracks/search")
            .addQueryParameter("sort_method", "popular")
            .addQueryParameter("limit", String.valueOf(TRACKS));
    region.moods().forEach(mood -> url.addQueryParameter("mood", mood));
    return url;
  }

  private static HttpUrl trending(HttpUrl host) {
    return host.newBuilder()
        .addPathSegments("v1/tracks/trending")
        .addQueryParameter("time", "month")
        .addQueryParameter("limit", String.valueOf(TRACKS))
        .build();
  }
}

package app.moodify.music.audius;

import app.moodify.music.http.JsonFixture;
import java.util.stream.IntStream;

/** Responses in the shapes that Audius documents, with invented music. */
final class AudiusResponses {
  /** Of a search. */
  static final JsonFixture FULL =
      JsonFixture.of(
          """
          {"id":"Ab3dE","title":"Fixture Glow","genre":"Lo-Fi","mood":"Peaceful","tags":"Calm,study",
           "duration":187,"permalink":"/fixture/fixture-glow",
           "artwork":{"150x150":"https://node.example.org/a150.jpg",
             "480x480":"https://node.example.org/a480.jpg",
             "1000x1000":"https://node.example.org/a1000.jpg","mirrors":[]},
           "user":{"id":"Zz9yX","name":"Fixture","handle":"fixture","is_verified":false},
           "play_count":1200,"favorite_count":40,"repost_count":9,"comment_count":0,
           "is_streamable":true,"is_stream_gated":false,"is_unlisted":false,"is_delete":false,
           "is_available":true,"access":{"stream":true,"download":false},"bpm":72.0,
           "musical_key":"C major","license":"Attribution CC BY","isrc":null,
           "stream":{"url":"https://node.example.org/signed?expires=1","mirrors":[]},
           "release_date":"2025-04-02T00:00:00Z","created_at":"2025-04-01T10:00:00Z"}
          """);

  /** Of the trending list. */
  static final JsonFixture SHORT =
      JsonFixture.of(
          """
          {"id":"Sh0rt","title":"Fixture Hit","genre":"House","mood":"Upbeat","tags":null,
           "duration":200,"permalink":"/fixture/fixture-hit","artwork":null,
           "user":{"id":"Zz9yX","name":"Fixture","handle":"fixture"},
           "play_count":9000,"favorite_count":400,"release_date":null}
          """);

  private AudiusResponses() {}

  static String of(JsonFixture... tracks) {
    return JsonFixture.of("{}").with("data", tracks).toString();
  }

  /** A list that is long enough not to be followed by a wider request. */
  static String enough() {
    return of(
        IntStream.range(0, 15)
            .mapToObj(number -> FULL.with("id", "\"track" + number + "\""))
            .toArray(JsonFixture[]::new));
  }
}

package app.moodify.recommend;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A stub server for Jamendo and Audius, each with a hundred tracks for every request. */
final class FakeMusicServices implements AutoCloseable {
  static final String CLIENT_ID = "secret-id";

  private static final String[] GENRES = {"folk", "pop", "jazz", "ambient", "electronic", "rock"};
  private static final String[] TAGS = {"calm", "happy", "dark", "dream", "energetic", "soft"};

  private final MockWebServer server = new MockWebServer();
  private final AtomicInteger requests = new AtomicInteger();
  private volatile long delayMillis;
  private volatile int status = 200;

  FakeMusicServices() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return respond(request);
          }
        });
    server.start();
  }

  /** Returns settings that lead the function here. */
  CatalogueSettings settings() {
    return CatalogueSettings.of(
        Map.of(
            "JAMENDO_CLIENT_ID",
            CLIENT_ID,
            "MOODIFY_JAMENDO_URL",
            server.url("/v3.0").toString(),
            "MOODIFY_AUDIUS_HOSTS",
            server.url("/").toString(),
            "MOODIFY_CATALOGUES",
            "jamendo,audius"));
  }

  /** Sets how long each response takes. */
  void delay(long millis) {
    delayMillis = millis;
  }

  /** Sets the status of each response; none but 200 has tracks. */
  void status(int code) {
    status = code;
  }

  int requests() {
    return requests.get();
  }

  @Override
  public void close() {
    server.close();
  }

  private MockResponse respond(RecordedRequest request) {
    requests.incrementAndGet();
    int seed = Math.abs(request.getUrl().toString().hashCode() % 1000);
    boolean jamendo = request.getUrl().encodedPath().startsWith("/v3.0/");
    String tracks =
        IntStream.range(0, 100)
            .map(number -> 1000 * seed + number)
            .mapToObj(id -> jamendo ? jamendo(id) : audius(id))
            .collect(Collectors.joining(",", "[", "]"));
    return new MockResponse.Builder()
        .code(status)
        .headersDelay(delayMillis, TimeUnit.MILLISECONDS)
        .body(
            jamendo
                ? "{\"headers\":{\"code\":0},\"results\":" + tracks + "}"
                : "{\"data\":" + tracks + "}")
        .build();
  }

  private static String jamendo(int id) {
    return """
    {"id":"%d","name":"Tide %d","duration":200,"artist_id":"%d","artist_name":"Band %d",
     "license_ccurl":"http://creativecommons.org/licenses/by/4.0/","releasedate":"2024-02-03",
     "audio":"https://storage.example/?trackid=%d&from=app-secret-id",
     "shareurl":"https://www.jamendo.com/track/%d",
     "musicinfo":{"vocalinstrumental":"vocal","speed":"medium",
       "tags":{"genres":["%s"],"vartags":["%s","%s"]}},
     "stats":{"rate_listened_total":%d}}
    """
        .formatted(id, id, id, id, id, id, genre(id), tag(id), tag(id / 7), id * 31 % 977);
  }

  private static String audius(int id) {
    return """
    {"id":"a%d","title":"Glow %d","duration":187,"genre":"%s","mood":"Easygoing",
     "tags":"%s,%s","permalink":"/band%d/glow","user":{"id":"u%d","name":"Artist %d",
     "handle":"band%d"},"play_count":%d,"bpm":100}
    """
        .formatted(id, id, genre(id), tag(id), tag(id / 5), id, id, id, id, id * 17 % 977);
  }

  private static String genre(int id) {
    return GENRES[id % GENRES.length];
  }

  private static String tag(int id) {
    return TAGS[id % TAGS.length];
  }
}

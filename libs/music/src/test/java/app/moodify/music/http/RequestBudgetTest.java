package app.moodify.music.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.mood.Emotion;
import app.moodify.core.mood.EmotionScores;
import app.moodify.core.mood.Goal;
import app.moodify.core.mood.MoodId;
import app.moodify.core.music.MusicRequest;
import app.moodify.core.music.Playlist;
import app.moodify.music.BuiltInCatalogue;
import app.moodify.music.Recommender;
import app.moodify.music.audius.AudiusCatalogue;
import app.moodify.music.audius.AudiusKeys;
import app.moodify.music.catalogue.CachedCatalogue;
import app.moodify.music.catalogue.Catalogues;
import app.moodify.music.catalogue.FakeCatalogueCache;
import app.moodify.music.jamendo.JamendoCatalogue;
import app.moodify.testing.FakeClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A thousand playlists in an hour, over all moods and goals, against both catalogues. */
class RequestBudgetTest extends StubServer {
  private static final int PLAYLISTS = 1000;
  private static final int BUDGET = 200;

  private final FakeClock clock = new FakeClock();
  private final Random random = new Random(4);
  private Recommender recommender;

  @BeforeEach
  void makeRecommender() {
    FakeCatalogueCache cache = new FakeCatalogueCache();
    recommender =
        new Recommender(
            new Catalogues(
                List.of(
                    new CachedCatalogue(
                        new JamendoCatalogue(http(), server().url("/v3.0/"), "id"), cache, clock),
                    new CachedCatalogue(
                        new AudiusCatalogue(
                            http(), List.of(server().url("/")), AudiusKeys.NONE, clock),
                        cache,
                        clock),
                    new BuiltInCatalogue())),
            clock);
  }

  @Test
  void whenBothRespondWithFewTracks() {
    server()
        .setDispatcher(
            always(
                200,
                """
                {"headers":{"code":0},
                 "results":[{"id":1,"name":"a","artist_name":"b","duration":200,
                   "audio":"https://a.example/1"}],
                 "data":[{"id":"1","title":"a","duration":200,"user":{"name":"b"}}]}
                """));

    Set<String> sources = new HashSet<>();
    for (int number = 0; number < PLAYLISTS; number++) {
      sources.addAll(playlist(number).sources());
    }

    assertThat(server().getRequestCount()).isBetween(4, BUDGET);
    assertThat(sources).contains("Jamendo", "Audius", "Moodify originals");
  }

  @Test
  void whenBothAreDown() {
    server().setDispatcher(always(500, "<html>"));

    for (int number = 0; number < PLAYLISTS; number++) {
      assertThat(playlist(number).unavailable()).containsExactly("Jamendo", "Audius");
    }

    assertThat(server().getRequestCount()).isBetween(4, BUDGET);
  }

  private Playlist playlist(int number) {
    clock.advance(Duration.ofHours(1).dividedBy(PLAYLISTS));
    Emotion[] emotions = Emotion.values();
    Goal[] goals = Goal.values();
    Emotion emotion = emotions[number % emotions.length];
    Goal goal = goals[number / emotions.length % goals.length];
    return recommender.recommend(
        new MusicRequest(scores(emotion), emotion, goal),
        new MoodId("ada", "entry-" + number),
        List.of(),
        List::of);
  }

  /** Mostly on one emotion, the rest anywhere, as a face gives them. */
  private EmotionScores scores(Emotion emotion) {
    double[] scores = new double[Emotion.values().length];
    double sum = 0;
    for (int each = 0; each < scores.length; each++) {
      scores[each] = Math.pow(random.nextDouble(), 3) + (each == emotion.ordinal() ? 1 : 0);
      sum += scores[each];
    }
    for (int each = 0; each < scores.length; each++) {
      scores[each] /= sum;
    }
    return EmotionScores.of(scores);
  }

  private static Dispatcher always(int status, String body) {
    return new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        return new MockResponse.Builder().code(status).body(body).build();
      }
    };
  }
}

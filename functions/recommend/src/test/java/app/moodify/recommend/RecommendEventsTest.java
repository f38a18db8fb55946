package app.moodify.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.mood.MoodEvent.Kind;
import app.moodify.testing.WrittenEvent;
import com.google.cloud.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of a mood entry after its first music. */
class RecommendEventsTest extends RecommendInFramework {
  @Test
  void theMusicOfADeletedMoodGoesWithItAndThatIsPublished() throws Exception {
    mood().set(picked("happy")).get();
    send(WrittenEvent.of(path(), "ready"));
    assertThat(playlist().exists()).isTrue();

    mood().delete().get();
    assertThat(send(WrittenEvent.ofDeletion(path()))).isEqualTo(200);

    assertThat(playlist().exists()).isFalse();
    assertThat(published()).containsExactly(Kind.DELETED);
  }

  @Test
  void anEntryOfSomebodyWhoIsBeingErasedIsLeftToTheErasure() throws Exception {
    String uid = user().substring("users/".length());
    firestore().document("erasures/" + uid).set(Map.of("beganAt", Timestamp.now())).get();

    assertThat(send(WrittenEvent.ofDeletion(path()))).isEqualTo(200);

    assertThat(published()).as("nobody counts what is left of hundreds, each time").isEmpty();
  }

  @Test
  void aLateDeletionLeavesTheMusicOfANewEntry() throws Exception {
    mood().set(picked("happy")).get();
    send(WrittenEvent.of(path(), "ready"));

    send(WrittenEvent.ofDeletion(path()));

    assertThat(playlist().exists()).isTrue();
  }

  @Test
  void otherMusicIsAskedForByCounting() throws Exception {
    mood().set(picked("happy")).get();
    send(WrittenEvent.of(path(), "ready"));
    List<String> first = strings(playlist().getData(), "trackIds");

    mood().update("shuffle", 1).get();
    send(WrittenEvent.of(path(), "ready"));

    assertThat(strings(playlist().getData(), "trackIds")).hasSameSizeAs(first).isNotEqualTo(first);
  }

  @Test
  void aFloodOfWishesEndsQuietlyAndTheLastOneCounts() throws Exception {
    int presses = 30;
    mood().set(picked("happy")).get();
    send(WrittenEvent.of(path(), "ready"));
    ExecutorService threads = Executors.newFixedThreadPool(presses);
    List<Future<Integer>> answers = new ArrayList<>();
    for (int press = 1; press <= presses; press++) {
      mood().update("shuffle", press).get();
      answers.add(threads.submit(() -> send(WrittenEvent.of(path(), "ready"))));
    }
    for (Future<Integer> answer : answers) {
      assertThat(answer.get()).isEqualTo(200);
    }
    threads.shutdown();

    Timestamp stored = playlist().getUpdateTime();
    send(WrittenEvent.of(path(), "ready"));
    assertThat(playlist().getUpdateTime()).as("the last wish has its music").isEqualTo(stored);
  }

  @Test
  void otherMusicIsOtherMusicForItRemembersWhatWasGiven() throws Exception {
    mood().set(picked("happy")).get();
    List<String> given = new ArrayList<>();
    for (int press = 0; press < 4; press++) {
      mood().update("shuffle", press).get();
      send(WrittenEvent.of(path(), "ready"));
      Map<String, Object> playlist = playlist().getData();

      assertThat(strings(playlist, "earlierTrackIds")).isEqualTo(given);
      assertThat(strings(playlist, "trackIds")).hasSize(15).noneMatch(given::contains);
      given.addAll(strings(playlist, "trackIds"));
    }
  }

  @Test
  void onlyTheNewestThreeHundredTracksAreRemembered() throws Exception {
    mood().set(picked("happy")).get();
    List<String> before = IntStream.range(0, 400).mapToObj(number -> "old-" + number).toList();
    playlist()
        .getReference()
        .set(Map.of("earlierTrackIds", before, "trackIds", List.of("newest", 7)))
        .get();

    send(WrittenEvent.of(path(), "ready"));

    assertThat(strings(playlist().getData(), "earlierTrackIds"))
        .hasSize(300)
        .startsWith("old-101")
        .endsWith("old-399", "newest");
  }

  @Test
  void whatThePersonDidIsPublished() throws Exception {
    mood().set(picked("happy")).get();

    send(WrittenEvent.ofCreation(path(), Map.of("source", "manual")));
    send(WrittenEvent.ofChange(path(), Map.of(), Map.of("correction", "sad")));
    send(WrittenEvent.ofChange(path(), Map.of("goal", "match"), Map.of("goal", "lift")));
    send(WrittenEvent.ofChange(path(), Map.of(), Map.of()));
    send(WrittenEvent.ofCreation(path(), Map.of("source", "photo")));

    assertThat(published()).containsExactly(Kind.PICKED, Kind.CORRECTED, Kind.AIMED);
  }
}

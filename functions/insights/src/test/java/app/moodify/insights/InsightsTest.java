package app.moodify.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import app.moodify.cloud.Cloud;
import app.moodify.cloud.client.Clients;
import app.moodify.cloud.client.Settings;
import app.moodify.testing.FirestoreEmulator;
import app.moodify.testing.FunctionServer;
import app.moodify.testing.SavedEvent;
import com.google.cloud.Timestamp;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InsightsTest {
  @RegisterExtension static final FirestoreEmulator EMULATOR = new FirestoreEmulator();

  private static final Instant EVENING = Instant.parse("2026-11-22T20:30:00Z");

  @AutoClose private static Firestore firestore;
  @AutoClose private static Cloud cloud;
  @AutoClose private static FunctionServer server;

  private final String uid = UUID.randomUUID().toString();

  @BeforeAll
  static void start() {
    firestore = Clients.firestore(Settings.of(EMULATOR.environment()));
    cloud = new Cloud(Settings.of(EMULATOR.environment()));
    server = FunctionServer.of(new Insights(cloud.insights(), cloud.erasures(), Clock.systemUTC()));
  }

  @Test
  void everyEntryWithAnExpressionCountsOnceInThePersonsOwnTime() throws Exception {
    firestore.document("users/" + uid).set(Map.of("timeZone", "Asia/Kolkata")).get();
    mood("m1", EVENING, Map.of("status", "ready", "emotion", "sad", "goal", "lift"));
    mood(
        "m2",
        EVENING.plusSeconds(3600),
        Map.of("status", "unsure", "emotion", "fear", "correction", "happy"));
    mood("m3", EVENING, Map.of("status", "no_face"));
    mood("m4", EVENING, Map.of("status", "failed"));
    mood("m5", EVENING, Map.of("status", "analyzing"));

    assertThat(publish("m2")).isEqualTo(200);

    assertThat(summary().getData())
        .contains(
            entry("entries", 2L),
            entry("emotions", Map.of("sad", 1L, "happy", 1L)),
            entry("days", Map.of("2026-11-23", Map.of("sad", 1L, "happy", 1L))),
            entry("weekdays", Map.of("1", Map.of("sad", 1L, "happy", 1L))),
            entry("hours", Map.of("2", Map.of("sad", 1L), "3", Map.of("happy", 1L))),
            entry("timeZone", "Asia/Kolkata"),
            entry(
                "lift",
                Map.of(
                    "pairs",
                    1L,
                    "liftedShare",
                    1.0,
                    "before",
                    Map.of("sad", 1L),
                    "after",
                    Map.of("happy", 1L),
                    "meanValenceBefore",
                    -0.7,
                    "meanValenceAfter",
                    0.8)));
    assertThat(summary().getTimestamp("updatedAt")).isNotNull();
  }

  @Test
  void twentyDuplicateEventsAtOnceAreIdempotent() throws Exception {
    mood("m1", EVENING, Map.of("status", "ready", "emotion", "happy"));

    List<Integer> answers = new ArrayList<>();
    ExecutorService atOnce = Executors.newFixedThreadPool(20);
    try {
      Callable<Integer> event = () -> publish("m1");
      for (Future<Integer> answer : atOnce.invokeAll(Collections.nCopies(20, event))) {
        answers.add(answer.get());
      }
    } finally {
      atOnce.shutdown();
    }

    assertThat(answers).hasSize(20).containsOnly(200);
    assertThat(summary().get("entries")).isEqualTo(1L);
  }

  @Test
  void anEventThatWasPublishedBeforeTheLastCountIsCountedAlready() throws Exception {
    mood("m1", EVENING, Map.of("status", "ready", "emotion", "happy"));
    publish("m1");
    DocumentSnapshot first = summary();

    assertThat(publish("m1", Instant.now().minusSeconds(60))).isEqualTo(200);

    assertThat(summary().getUpdateTime()).isEqualTo(first.getUpdateTime());
  }

  @Test
  void theLastEntryThatIsDeletedTakesTheStatisticsAlong() throws Exception {
    mood("m1", EVENING, Map.of("status", "ready", "emotion", "happy"));
    publish("m1");
    assertThat(summary().exists()).isTrue();

    firestore.document("users/" + uid + "/moods/m1").delete().get();
    publish("m1");

    assertThat(summary().exists()).isFalse();
  }

  @Test
  void anEventOfSomebodyWhoIsGoneLeavesNothing() throws Exception {
    assertThat(publish("m1")).isEqualTo(200);

    assertThat(summary().exists()).isFalse();
  }

  @Test
  void aThousandEntriesAreAllCounted() throws Exception {
    var batch = firestore.bulkWriter();
    for (int i = 0; i < 1001; i++) {
      batch.create(
          firestore.document("users/" + uid + "/moods/m" + i),
          fields(EVENING.plusSeconds(i % 7), Map.of("status", "ready", "emotion", "neutral")));
    }
    batch.close();

    publish("m1");

    assertThat(summary().get("emotions")).isEqualTo(Map.of("neutral", 1001L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "[]",
        "{}",
        "{\"message\":{}}",
        "{\"message\":{\"data\":\"!\",\"publishTime\":\"2026-11-22T04:38:46.708Z\"}}",
        "{\"message\":{\"data\":\"e30=\",\"publishTime\":\"2026-11-22T04:38:46.708Z\"}}"
      })
  void anEventThatNamesNoEntryIsAcknowledged(String data) {
    assertThat(server.send(SavedEvent.read("mood-event-published.json").with(data))).isEqualTo(200);
  }

  private int publish(String moodId) {
    return publish(moodId, Instant.now());
  }

  private int publish(String moodId, Instant at) {
    String data = "{\"uid\":\"%s\",\"moodId\":\"%s\",\"kind\":\"analyzed\"}".formatted(uid, moodId);
    return server.send(SavedEvent.published(data, Map.of(), at));
  }

  private DocumentSnapshot summary() throws Exception {
    return firestore.document("users/" + uid + "/insights/summary").get().get();
  }

  private void mood(String moodId, Instant at, Map<String, Object> fields) throws Exception {
    firestore.document("users/" + uid + "/moods/" + moodId).set(fields(at, fields)).get();
  }

  private static Map<String, Object> fields(Instant at, Map<String, Object> fields) {
    Map<String, Object> mood = new HashMap<>(fields);
    mood.put("source", "photo");
    mood.put("createdAt", Timestamp.ofTimeSecondsAndNanos(at.getEpochSecond(), at.getNano()));
    return mood;
  }
}

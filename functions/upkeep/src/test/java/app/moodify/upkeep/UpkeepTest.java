package app.moodify.upkeep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import app.moodify.cloud.Cloud;
import app.moodify.cloud.FirestoreEmulator;
import app.moodify.cloud.FunctionServer;
import app.moodify.core.UpkeepStore;
import app.moodify.privacy.Erasure;
import app.moodify.upkeep.Upkeep.Job;
import com.google.cloud.Timestamp;
import com.google.cloud.firestore.Firestore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UpkeepTest {
  @RegisterExtension static final FirestoreEmulator EMULATOR = new FirestoreEmulator();

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant TEN_MINUTES_AGO = NOW.minus(Duration.ofMinutes(10));
  private static final Instant A_MONTH_AGO = NOW.minus(Duration.ofDays(31));

  private static Firestore firestore;
  private static Cloud cloud;

  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final Bucket bucket = new Bucket();
  private final People people = new People();

  @BeforeAll
  static void start() {
    firestore = EMULATOR.client();
    cloud = new Cloud(EMULATOR.settings());
  }

  @AfterAll
  static void stop() throws Exception {
    if (cloud != null) {
      cloud.close();
      firestore.close();
    }
  }

  @BeforeEach
  void clear() throws Exception {
    for (String collection : new String[] {"users", "catalogueCache", "upkeep", "erasures"}) {
      firestore.recursiveDelete(firestore.collection(collection)).get();
    }
  }

  @Test
  void anEntryThatIsStuckForTenMinutesIsSentOnceMoreAndThenFails() throws Exception {
    mood("stuck", TEN_MINUTES_AGO.minusSeconds(1), 7);
    bucket.put("photos/ada/stuck", 7, NOW);

    run(clock);
    assertThat(bucket.sentAgain()).containsExactly("photos/ada/stuck");
    assertThat(fields("stuck")).contains(entry("status", "analyzing"), entry("retried", true));

    run(clock);
    assertThat(bucket.sentAgain()).as("not before another ten minutes are over").hasSize(1);

    run(Clock.offset(clock, Duration.ofMinutes(11)));
    assertThat(bucket.sentAgain()).hasSize(1);
    assertThat(fields("stuck").get("status")).isEqualTo("failed");
    assertThat((Map<?, ?>) fields("stuck").get("error")).extracting("code").isEqualTo("stuck");
    assertThat(bucket.paths()).isEmpty();
  }

  @Test
  void anEntryOfAMomentAgoAndOneWithItsVerdictAreLeftAlone() throws Exception {
    mood("fresh", TEN_MINUTES_AGO.plusSeconds(1), 7);
    mood("read", A_MONTH_AGO, 7);
    firestore.document("users/ada/moods/read").update("status", "ready").get();

    run(clock);

    assertThat(bucket.sentAgain()).isEmpty();
    assertThat(fields("fresh")).doesNotContainKey("retried");
  }

  @Test
  void moreStuckEntriesThanAPageHasAreAllSentOnceMore() throws Exception {
    for (int i = 0; i < 120; i++) {
      mood("m" + i, A_MONTH_AGO, 7);
    }

    run(clock);

    assertThat(bucket.sentAgain()).hasSize(120).doesNotHaveDuplicates();
  }

  @Test
  void photosOlderThanADayGo() {
    bucket.put("photos/ada/a-old", 1, NOW.minus(Duration.ofHours(25)));
    bucket.put("photos/ada/b-fresh", 1, NOW.minus(Duration.ofHours(23)));
    bucket.put("photos/ada/c-old", 5, A_MONTH_AGO);
    bucket.put("photos/elsewhere", 1, A_MONTH_AGO);
    bucket.put("pictures/ada", 1, A_MONTH_AGO);

    run(clock);

    assertThat(bucket.paths()).containsExactly("photos/ada/b-fresh", "pictures/ada");
  }

  @Test
  void keptPhotosStayAsLongAsTheirEntryNamesThem() throws Exception {
    String[] names = {"a-kept", "b-of-nobody", "c-failed", "d-retaken", "e-fresh"};
    for (String name : names) {
      bucket.put("kept/ada/" + name, 9, name.equals("e-fresh") ? NOW : A_MONTH_AGO);
    }
    kept("a-kept", 5);
    kept("c-failed", 5);
    firestore.document("users/ada/moods/c-failed").update("photo.kept", false).get();
    mood("d-retaken", NOW, 6);
    firestore.document("users/ada/moods/d-retaken").update("photo.kept", true).get();

    for (int runs = 0; runs < 3; runs++) {
      assertThat(bucket.paths()).as("a page a run").hasSizeGreaterThanOrEqualTo(5 - 2 * runs);
      run(clock);
    }

    assertThat(bucket.paths()).containsExactly("kept/ada/a-kept", "kept/ada/e-fresh");
  }

  @Test
  void aRunWhoseTimeIsOverGoesOnNextTimeWhereItStopped() throws Exception {
    for (String name : new String[] {"a", "b", "c", "d", "e"}) {
      bucket.put("photos/ada/" + name, 1, A_MONTH_AGO);
    }

    run(clock, Duration.ZERO);
    assertThat(bucket.paths()).containsExactly("photos/ada/c", "photos/ada/d", "photos/ada/e");
    run(clock, Duration.ZERO);
    assertThat(bucket.paths()).containsExactly("photos/ada/e");
    run(clock, Duration.ZERO);
    assertThat(bucket.paths()).isEmpty();
    assertThat(firestore.document("upkeep/expired-photos").get().get().exists()).isFalse();
  }

  @Test
  void whatCataloguesAnsweredLongAgoIsForgotten() throws Exception {
    for (int i = 0; i < 310; i++) {
      expiring("catalogueCache/old-" + i, NOW.minusSeconds(1));
    }
    expiring("catalogueCache/new", NOW.plusSeconds(1));

    run(clock);

    assertThat(firestore.collection("catalogueCache").get().get().getDocuments())
        .extracting(document -> document.getId())
        .containsExactly("new");
  }

  @Test
  void anonymousAccountsThatNobodySawForAMonthAreErased() throws Exception {
    people.add("a-abandoned", true, A_MONTH_AGO, A_MONTH_AGO);
    people.add("b-in-use", true, A_MONTH_AGO, NOW);
    people.add("c-new", true, NOW, NOW);
    people.add("d-with-a-password", false, A_MONTH_AGO, A_MONTH_AGO);
    people.add("e-abandoned", true, A_MONTH_AGO, A_MONTH_AGO);
    firestore.document("users/e-abandoned/moods/m").set(Map.of("status", "ready")).get();

    run(clock);

    assertThat(people.uids()).containsExactly("b-in-use", "c-new", "d-with-a-password");
    assertThat(cloud.personalDocuments().isEmpty("e-abandoned")).isTrue();
    assertThat(firestore.collection("erasures").get().get().isEmpty()).isTrue();
  }

  @Test
  void anErasureThatNobodyBroughtToItsEndIs() throws Exception {
    people.add("ada", false, A_MONTH_AGO, NOW);
    firestore.document("users/ada/moods/m").set(Map.of("status", "ready")).get();
    cloud.erasures().begin("ada", TEN_MINUTES_AGO);

    run(clock);

    assertThat(people.uids()).isEmpty();
    assertThat(cloud.personalDocuments().isEmpty("ada")).isTrue();
    assertThat(cloud.erasures().isOpen("ada")).isFalse();
  }

  @Test
  void aJobThatFailsIsTriedAgainAndKeepsNoOtherFromItsWork() {
    Map<String, Job> jobs = new LinkedHashMap<>();
    jobs.put(
        "broken",
        end -> {
          throw new IllegalStateException("played by the test");
        });
    boolean[] done = new boolean[1];
    jobs.put("sound", end -> String.valueOf(done[0] = true));

    try (FunctionServer server =
        FunctionServer.of(new Upkeep(jobs, clock, Duration.ofMinutes(1)))) {
      assertThat(server.send(ScheduleMessage.headers(), ScheduleMessage.DATA)).isEqualTo(500);
    }
    assertThat(done[0]).isTrue();
  }

  private void run(Clock at) {
    run(at, Duration.ofMinutes(1));
  }

  private void run(Clock at, Duration patience) {
    UpkeepStore store = cloud.upkeep();
    Erasure erasure =
        new Erasure(people, cloud.personalDocuments(), people, cloud.erasures(), at, Duration.ZERO);
    Map<String, Job> jobs = new LinkedHashMap<>();
    jobs.put("stuck", new StuckEntries(store, bucket, bucket, at));
    jobs.put("erasures", new BegunErasures(cloud.erasures(), erasure, at));
    jobs.put("documents", new ExpiredDocuments(store, at));
    jobs.put("photos", new ExpiredPhotos(store, bucket, bucket, at));
    jobs.put("forgotten", new ForgottenPhotos(store, bucket, bucket, cloud.moods(), at));
    jobs.put("accounts", new AbandonedAccounts(store, people, erasure, at));
    try (FunctionServer server = FunctionServer.of(new Upkeep(jobs, at, patience))) {
      assertThat(server.send(ScheduleMessage.headers(), ScheduleMessage.DATA)).isEqualTo(200);
    }
  }

  private static void mood(String moodId, Instant updatedAt, long generation) throws Exception {
    firestore
        .document("users/ada/moods/" + moodId)
        .set(
            Map.of(
                "status",
                "analyzing",
                "source",
                "photo",
                "updatedAt",
                timestamp(updatedAt),
                "photo",
                Map.of("path", "photos/ada/" + moodId, "generation", generation, "size", 3)))
        .get();
  }

  private static void kept(String moodId, long generation) throws Exception {
    mood(moodId, NOW, generation);
    firestore
        .document("users/ada/moods/" + moodId)
        .update("status", "ready", "photo.kept", true, "photo.path", "kept/ada/" + moodId)
        .get();
  }

  private static void expiring(String path, Instant at) throws Exception {
    firestore.document(path).set(Map.of("expiresAt", timestamp(at))).get();
  }

  private static Map<String, Object> fields(String moodId) throws Exception {
    return firestore.document("users/ada/moods/" + moodId).get().get().getData();
  }

  private static Timestamp timestamp(Instant at) {
    return Timestamp.ofTimeSecondsAndNanos(at.getEpochSecond(), at.getNano());
  }
}

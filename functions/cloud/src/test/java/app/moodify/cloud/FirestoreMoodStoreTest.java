package app.moodify.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import app.moodify.core.Emotion;
import app.moodify.core.EmotionScores;
import app.moodify.core.FaceBox;
import app.moodify.core.Goal;
import app.moodify.core.MoodError;
import app.moodify.core.MoodId;
import app.moodify.core.MoodStatus;
import app.moodify.core.MoodStore;
import app.moodify.core.MoodStore.Standing;
import app.moodify.core.PhotoAnalysis;
import app.moodify.core.PhotoFault;
import app.moodify.core.PhotoReference;
import app.moodify.core.Verdict;
import com.google.cloud.Timestamp;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.Firestore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FirestoreMoodStoreTest {
  @RegisterExtension static final FirestoreEmulator EMULATOR = new FirestoreEmulator();

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(1);
  private static final Verdict HAPPY = Verdict.of(analysis(0.02, 0.0, 0.03, 0.9, 0.0, 0.0, 0.05));
  private static final Verdict SAD = Verdict.of(analysis(0.0, 0.0, 0.1, 0.0, 0.9, 0.0, 0.0));

  private static Firestore firestore;
  private static MoodStore moods;

  private final MoodId id = new MoodId("ada", UUID.randomUUID().toString());

  @BeforeAll
  static void connect() {
    firestore = Clients.firestore(EMULATOR.settings());
    moods = new FirestoreMoodStore(() -> firestore);
  }

  @AfterAll
  static void disconnect() throws Exception {
    if (firestore != null) {
      firestore.close();
    }
  }

  @Test
  void claimingCreatesAnEntryThatIsBeingAnalyzed() throws Exception {
    Standing standing = moods.claim(id, photo(1), Optional.of(Goal.LIFT), NOW);

    assertThat(standing).isEqualTo(Standing.CURRENT);
    assertThat(fields())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "status",
                "analyzing",
                "source",
                "photo",
                "goal",
                "lift",
                "photo",
                Map.of("path", photo(1).path(), "generation", 1L, "size", 1234L, "kept", true),
                "createdAt",
                Timestamp.ofTimeSecondsAndNanos(NOW.getEpochSecond(), 0),
                "updatedAt",
                Timestamp.ofTimeSecondsAndNanos(NOW.getEpochSecond(), 0)));
  }

  @Test
  void aVerdictBringsAllThatWasRead() throws Exception {
    moods.claim(id, photo(1), Optional.empty(), NOW);

    assertThat(moods.finish(id, photo(1), HAPPY, false, LATER)).isEqualTo(Standing.CURRENT);

    assertThat(fields())
        .contains(
            entry("status", "ready"),
            entry("emotion", "happy"),
            entry("confidence", 0.9),
            entry("faces", 1L),
            entry("box", List.of(10L, 20L, 30L, 40L)),
            entry("modelVersion", "test-1"),
            entry("ms", Map.of("decode", 1.0, "detect", 2.0, "classify", 3.0, "total", 6.0)),
            entry(
                "photo",
                Map.of("path", photo(1).path(), "generation", 1L, "size", 1234L, "kept", false)))
        .doesNotContainKeys("error", "goal", "correction");
    assertThat((Map<?, ?>) fields().get("scores")).hasSize(7);
    assertThat((Map<?, ?>) fields().get("affect")).hasSize(2);
    assertThat(moods.find(id).orElseThrow().scores().orElseThrow().best()).isEqualTo(Emotion.HAPPY);
  }

  @Test
  void aPhotosFaultIsStoredWithItsCodeAndSentence() throws Exception {
    moods.claim(id, photo(1), Optional.empty(), NOW);

    moods.finish(id, photo(1), Verdict.failed(MoodError.of(PhotoFault.DAMAGED)), false, LATER);

    assertThat(fields())
        .contains(
            entry("status", "failed"),
            entry("error", Map.of("code", "damaged", "message", PhotoFault.DAMAGED.message())))
        .doesNotContainKeys("scores", "emotion", "faces", "box");
  }

  @Test
  void nothingChangesAnEntryOnceItsPhotoHasAVerdict() throws Exception {
    moods.claim(id, photo(1), Optional.empty(), NOW);
    moods.finish(id, photo(1), HAPPY, false, NOW);
    Map<String, Object> decided = fields();

    assertThat(moods.claim(id, photo(1), Optional.of(Goal.CALM), LATER))
        .isEqualTo(Standing.DECIDED);
    assertThat(moods.finish(id, photo(1), SAD, false, LATER)).isEqualTo(Standing.DECIDED);

    assertThat(fields()).isEqualTo(decided);
  }

  @Test
  void anOlderPhotoDoesNotReplaceANewerOne() throws Exception {
    moods.claim(id, photo(2), Optional.empty(), NOW);
    Map<String, Object> claimed = fields();

    assertThat(moods.claim(id, photo(1), Optional.empty(), LATER)).isEqualTo(Standing.OUTDATED);
    assertThat(moods.finish(id, photo(1), SAD, false, LATER)).isEqualTo(Standing.OUTDATED);

    assertThat(fields()).isEqualTo(claimed);
  }

  @Test
  void aNewerPhotoStartsTheEntryAnewAndKeepsTheGoalThatWasChosen() throws Exception {
    moods.claim(id, photo(1), Optional.of(Goal.MATCH), NOW);
    moods.finish(id, photo(1), HAPPY, false, NOW);
    reference().update("goal", "calm", "correction", "sad").get();

    assertThat(moods.claim(id, photo(2), Optional.of(Goal.LIFT), LATER))
        .isEqualTo(Standing.CURRENT);

    assertThat(fields())
        .contains(entry("status", "analyzing"), entry("goal", "calm"))
        .contains(entry("createdAt", Timestamp.ofTimeSecondsAndNanos(NOW.getEpochSecond(), 0)))
        .doesNotContainKeys("scores", "emotion", "correction", "faces");
  }

  @Test
  void whatThePersonChangesMeanwhileStays() throws Exception {
    moods.claim(id, photo(1), Optional.empty(), NOW);
    reference().update("goal", "lift").get();

    moods.finish(id, photo(1), HAPPY, false, LATER);

    assertThat(fields()).contains(entry("goal", "lift"), entry("status", "ready"));
  }

  @Test
  void aVerdictDoesNotBringBackAnEntryThatThePersonDeleted() throws Exception {
    moods.claim(id, photo(1), Optional.empty(), NOW);
    reference().delete().get();

    assertThat(moods.finish(id, photo(1), HAPPY, false, LATER)).isEqualTo(Standing.DELETED);

    assertThat(moods.find(id)).isEmpty();
  }

  @Test
  void aVerdictNeedsAClaim() throws Exception {
    moods.claim(id, photo(1), Optional.empty(), NOW);
    moods.finish(id, photo(1), HAPPY, false, NOW);

    assertThat(moods.finish(id, photo(2), SAD, false, LATER)).isEqualTo(Standing.UNCLAIMED);

    assertThat(moods.find(id).orElseThrow().emotion()).contains(Emotion.HAPPY);
  }

  @Test
  void ofManyVerdictsAtOnceOneIsStored() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    Callable<Standing> event =
        () ->
            moods.claim(id, photo(1), Optional.empty(), NOW) == Standing.CURRENT
                ? moods.finish(id, photo(1), HAPPY, false, NOW)
                : Standing.DECIDED;

    List<Standing> standings = new ArrayList<>();
    for (Future<Standing> result : pool.invokeAll(Collections.nCopies(8, event))) {
      standings.add(result.get());
    }

    pool.shutdown();
    assertThat(standings).containsOnlyOnce(Standing.CURRENT);
    assertThat(Collections.frequency(standings, Standing.DECIDED)).isEqualTo(7);
  }

  @Test
  void whatMakesNoSenseInADocumentCountsAsAbsent() throws Exception {
    reference()
        .set(
            Map.of(
                "status", "ready",
                "source", "manual",
                "emotion", "sad",
                "goal", "dance",
                "scores", Map.of("happy", 3)))
        .get();

    assertThat(moods.find(id))
        .hasValueSatisfying(
            mood -> {
              assertThat(mood.status()).isEqualTo(MoodStatus.READY);
              assertThat(mood.emotion()).contains(Emotion.SAD);
              assertThat(mood.goal()).isEmpty();
              assertThat(mood.scores()).isEmpty();
            });
    reference().set(Map.of("status", 7)).get();
    assertThat(moods.find(id)).isEmpty();
  }

  private PhotoReference photo(long generation) {
    return new PhotoReference(
        "bucket", "photos/ada/" + id.moodId(), generation, 1234, "image/jpeg");
  }

  private DocumentReference reference() {
    return Documents.mood(firestore, id);
  }

  private Map<String, Object> fields() throws Exception {
    return reference().get().get().getData();
  }

  private static PhotoAnalysis analysis(double... scores) {
    return new PhotoAnalysis(
        MoodStatus.READY,
        1,
        Optional.of(new FaceBox(10, 20, 30, 40)),
        Optional.of(EmotionScores.of(scores)),
        new PhotoAnalysis.Times(1, 2, 3, 6),
        "test-1");
  }
}

package app.moodify.cloud.firestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import app.moodify.core.mood.Emotion;
import app.moodify.core.mood.Goal;
import app.moodify.core.mood.MoodStatus;
import app.moodify.core.mood.MoodStore.Claim;
import app.moodify.core.mood.MoodStore.MoodTransition;
import app.moodify.core.mood.Verdict;
import app.moodify.core.photo.PhotoFault;
import com.google.cloud.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MoodDocumentTest extends MoodEntryInEmulator {
  @Test
  void claimingCreatesAnEntryThatIsBeingAnalyzed() throws Exception {
    MoodTransition transition =
        moods().claim(id(), photo(1), Optional.of(Goal.LIFT), NOW).transition();

    assertThat(transition).isEqualTo(MoodTransition.CURRENT);
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
                Timestamp.ofTimeSecondsAndNanos(NOW.getEpochSecond(), 0),
                "attempts",
                List.of(Timestamp.ofTimeSecondsAndNanos(NOW.getEpochSecond(), 0))));
  }

  @Test
  void aVerdictBringsAllThatWasRead() throws Exception {
    Claim claim = moods().claim(id(), photo(1), Optional.empty(), NOW);

    assertThat(moods().finish(id(), photo(1), claim, HAPPY, false, LATER))
        .isEqualTo(MoodTransition.CURRENT);

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
        .doesNotContainKeys("error", "goal", "correction", "attempts");
    assertThat((Map<?, ?>) fields().get("scores")).hasSize(7);
    assertThat((Map<?, ?>) fields().get("affect")).hasSize(2);
    assertThat(moods().find(id()).orElseThrow().scores().orElseThrow().best())
        .isEqualTo(Emotion.HAPPY);
  }

  @Test
  void aPhotoThatIsKeptIsNamedWhereItIsNow() throws Exception {
    Claim claim = moods().claim(id(), photo(1), Optional.empty(), NOW);

    moods().finish(id(), photo(1), claim, HAPPY, true, LATER);

    assertThat(fields().get("photo"))
        .isEqualTo(
            Map.of("path", id().keptPhotoPath(), "generation", 1L, "size", 1234L, "kept", true));
  }

  @Test
  void aPhotosFaultIsStoredWithItsCodeAndSentence() throws Exception {
    moods().claim(id(), photo(1), Optional.empty(), NOW);

    moods()
        .finish(
            id(), photo(1), Claim.NONE, Verdict.failed(PhotoFault.DAMAGED.error()), false, LATER);

    assertThat(fields())
        .contains(
            entry("status", "failed"),
            entry("error", Map.of("code", "damaged", "message", PhotoFault.DAMAGED.message())))
        .doesNotContainKeys("scores", "emotion", "faces", "box");
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

    assertThat(moods().find(id()))
        .hasValueSatisfying(
            mood -> {
              assertThat(mood.status()).isEqualTo(MoodStatus.READY);
              assertThat(mood.emotion()).contains(Emotion.SAD);
              assertThat(mood.goal()).isEmpty();
              assertThat(mood.scores()).isEmpty();
            });
    reference().set(Map.of("status", 7)).get();
    assertThat(moods().find(id())).isEmpty();
  }
}

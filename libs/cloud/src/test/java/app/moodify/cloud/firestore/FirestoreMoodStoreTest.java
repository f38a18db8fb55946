package app.moodify.cloud.firestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import app.moodify.cloud.client.ApiFutures;
import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.mood.Emotion;
import app.moodify.core.mood.Goal;
import app.moodify.core.mood.MoodStore.Claim;
import app.moodify.core.mood.MoodStore.MoodTransition;
import com.google.cloud.Timestamp;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class FirestoreMoodStoreTest extends MoodEntryInEmulator {
  @Test
  void nothingChangesAnEntryOnceItsPhotoHasAVerdict() throws Exception {
    Claim claim = moods().claim(id(), photo(1), Optional.empty(), NOW);
    moods().finish(id(), photo(1), claim, HAPPY, false, NOW);
    Map<String, Object> decided = fields();

    assertThat(moods().claim(id(), photo(1), Optional.of(Goal.CALM), LATER).transition())
        .isEqualTo(MoodTransition.DECIDED);
    assertThat(moods().finish(id(), photo(1), claim, SAD, false, LATER))
        .isEqualTo(MoodTransition.DECIDED);

    assertThat(fields()).isEqualTo(decided);
  }

  @Test
  void anOlderPhotoDoesNotReplaceANewerOne() throws Exception {
    moods().claim(id(), photo(2), Optional.empty(), NOW);
    Map<String, Object> claimed = fields();

    assertThat(moods().claim(id(), photo(1), Optional.empty(), LATER).transition())
        .isEqualTo(MoodTransition.OUTDATED);
    assertThat(moods().finish(id(), photo(1), Claim.NONE, SAD, false, LATER))
        .isEqualTo(MoodTransition.OUTDATED);

    assertThat(fields()).isEqualTo(claimed);
  }

  @Test
  void aNewerPhotoStartsTheEntryAnewAndKeepsTheGoalThatWasChosen() throws Exception {
    moods().claim(id(), photo(1), Optional.of(Goal.MATCH), NOW);
    moods().finish(id(), photo(1), Claim.NONE, HAPPY, false, NOW);
    reference().update("goal", "calm", "correction", "sad").get();

    assertThat(moods().claim(id(), photo(2), Optional.of(Goal.LIFT), LATER).transition())
        .isEqualTo(MoodTransition.CURRENT);

    assertThat(fields())
        .contains(entry("status", "analyzing"), entry("goal", "calm"))
        .contains(entry("createdAt", Timestamp.ofTimeSecondsAndNanos(NOW.getEpochSecond(), 0)))
        .doesNotContainKeys("scores", "emotion", "correction", "faces");
  }

  @Test
  void whatThePersonChangesMeanwhileStays() throws Exception {
    Claim claim = moods().claim(id(), photo(1), Optional.empty(), NOW);
    reference().update("goal", "lift").get();

    moods().finish(id(), photo(1), claim, HAPPY, false, LATER);

    assertThat(fields()).contains(entry("goal", "lift"), entry("status", "ready"));
  }

  @Test
  void aVerdictDoesNotBringBackAnEntryThatThePersonDeleted() throws Exception {
    Claim claim = moods().claim(id(), photo(1), Optional.empty(), NOW);
    reference().delete().get();

    assertThat(moods().finish(id(), photo(1), claim, HAPPY, false, LATER))
        .isEqualTo(MoodTransition.DELETED);

    assertThat(moods().find(id())).isEmpty();
  }

  @Test
  void aVerdictComesTooLateOnceANewerPhotoHasClaimedTheEntry() throws Exception {
    Claim claim = moods().claim(id(), photo(1), Optional.empty(), NOW);
    moods().claim(id(), photo(2), Optional.empty(), LATER);

    assertThat(moods().finish(id(), photo(1), claim, SAD, false, LATER))
        .isEqualTo(MoodTransition.OUTDATED);

    assertThat(fields()).contains(entry("status", "analyzing")).doesNotContainKey("emotion");
  }

  @Test
  void aVerdictNeedsAClaim() throws Exception {
    moods().claim(id(), photo(1), Optional.empty(), NOW);
    moods().finish(id(), photo(1), Claim.NONE, HAPPY, false, NOW);

    assertThat(moods().finish(id(), photo(2), Claim.NONE, SAD, false, LATER))
        .isEqualTo(MoodTransition.UNCLAIMED);

    assertThat(moods().find(id()).orElseThrow().emotion()).contains(Emotion.HAPPY);
  }

  @Test
  void attemptsThatWereNotHeardOfAgainAreCounted() throws Exception {
    assertThat(unfinishedAt(0)).isZero();
    assertThat(unfinishedAt(10)).isEqualTo(1);
    assertThat(unfinishedAt(20)).isEqualTo(2);
    assertThat(unfinishedAt(30)).isEqualTo(3);
  }

  @Test
  void duplicatesOfTheSameMomentAreNoUnfinishedAttempts() throws Exception {
    for (int seconds = 0; seconds <= 3; seconds++) {
      assertThat(unfinishedAt(seconds)).isZero();
    }
  }

  @Test
  void anAttemptThatToldOfItsErrorDoesNotCount() throws Exception {
    assertThat(unfinishedAt(0)).isZero();
    moods().release(id(), photo(1), NOW);
    assertThat(unfinishedAt(10)).isZero();
  }

  @Test
  void aPhotoThatUpkeepHasSentAgainKeepsItsCount() throws Exception {
    unfinishedAt(0);
    unfinishedAt(10);
    reference().update("retried", true).get();

    Claim again = moods().claim(id(), photo(2), Optional.empty(), NOW.plusSeconds(20));

    assertThat(again.unfinished()).isEqualTo(2);
  }

  @Test
  void anotherPhotoBeginsAnew() throws Exception {
    unfinishedAt(0);

    Claim another = moods().claim(id(), photo(2), Optional.empty(), NOW.plusSeconds(20));

    assertThat(another.unfinished()).isZero();
  }

  private int unfinishedAt(int seconds) {
    return moods().claim(id(), photo(1), Optional.empty(), NOW.plusSeconds(seconds)).unfinished();
  }

  @Test
  void ofManyVerdictsAtOnceOneIsStored() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    Callable<MoodTransition> event =
        () -> {
          Claim claim = moods().claim(id(), photo(1), Optional.empty(), NOW);
          return claim.transition() == MoodTransition.CURRENT
              ? moods().finish(id(), photo(1), claim, HAPPY, false, NOW)
              : claim.transition();
        };

    List<MoodTransition> transitions = new ArrayList<>();
    Callable<MoodTransition> sent = () -> sentUntilDone(event);
    for (Future<MoodTransition> result : pool.invokeAll(Collections.nCopies(8, sent))) {
      transitions.add(result.get());
    }

    pool.shutdown();
    assertThat(transitions).containsOnlyOnce(MoodTransition.CURRENT);
    assertThat(Collections.frequency(transitions, MoodTransition.DECIDED)).isEqualTo(7);
  }

  /** As the platform does with an event: one that lost every attempt to the others comes again. */
  private static MoodTransition sentUntilDone(Callable<MoodTransition> event) throws Exception {
    while (true) {
      try {
        return event.call();
      } catch (ServiceUnavailableException e) {
        if (!ApiFutures.isRefusedWith(e, Status.Code.ABORTED)) {
          throw e;
        }
      }
    }
  }
}

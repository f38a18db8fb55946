package app.moodify.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.moodify.core.mood.MoodId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EntryTurnsTest {
  private static final MoodId ID = new MoodId("ada", "m");

  private final EntryTurns turns = new EntryTurns();

  @Test
  void oneWorksOneWaitsAndTheOthersHaveNothingToDo() throws Exception {
    CountDownLatch isAtWork = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    AtomicInteger done = new AtomicInteger();
    CompletableFuture<Boolean> first =
        CompletableFuture.supplyAsync(
            () ->
                turns.take(
                    ID,
                    () -> {
                      isAtWork.countDown();
                      await(mayEnd);
                      done.incrementAndGet();
                    }));
    isAtWork.await();
    CompletableFuture<Boolean> second = new CompletableFuture<>();
    Thread waiting = new Thread(() -> second.complete(turns.take(ID, done::incrementAndGet)));
    waiting.start();
    while (waiting.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }

    for (int i = 0; i < 30; i++) {
      assertThat(turns.take(ID, done::incrementAndGet)).isFalse();
    }
    assertThat(turns.take(new MoodId("ada", "other"), () -> {})).as("another entry").isTrue();

    mayEnd.countDown();
    assertThat(first.get()).isTrue();
    assertThat(second.get()).isTrue();
    assertThat(done).hasValue(2);
    assertThat(turns.take(ID, done::incrementAndGet)).as("afterwards").isTrue();
  }

  @Test
  void workThatFailsLeavesTheTurnToTheNext() {
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(
              () ->
                  turns.take(
                      ID,
                      () -> {
                        throw new IllegalStateException("A fault");
                      }))
          .hasMessage("A fault");
    }
    assertThat(turns.take(ID, () -> {})).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

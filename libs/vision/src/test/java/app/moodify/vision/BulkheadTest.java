package app.moodify.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.moodify.core.photo.AnalyzerBusyException;
import app.moodify.core.photo.PhotoFault;
import app.moodify.core.photo.UnreadablePhotoException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps that take as long as the test wants, as a decoder that hangs would. */
@Timeout(60)
class BulkheadTest {
  private static final Duration AN_HOUR = Duration.ofHours(1);
  private static final Duration A_MOMENT = Duration.ofMillis(20);

  /** What a step that does nothing does not take, however busy the machine is. */
  private static final Duration A_WHILE = Duration.ofSeconds(2);

  /** Whoever overruns has worked for all of the time. */
  private static final ToLongFunction<Thread> WORKING = thread -> System.nanoTime();

  private static final ToLongFunction<Thread> STARVED = thread -> 0;
  private static final ToLongFunction<Thread> UNKNOWN = thread -> -1;

  /** Each time somebody else: turns have a test of their own. */
  private static final Supplier<String> PERSON = () -> UUID.randomUUID().toString();

  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger started = new AtomicInteger();
  private final AtomicInteger exhausted = new AtomicInteger();

  @AfterEach
  void letAllEnd() {
    end.countDown();
    callers.shutdown();
  }

  private Bulkhead bulkhead(
      int atOnce, int waiting, Duration longest, int stuck, ToLongFunction<Thread> cpu) {
    return new Bulkhead(
        new Bulkhead.Limits(atOnce, waiting, longest, stuck), exhausted::incrementAndGet, cpu);
  }

  /** A step that ends when the test does. */
  private String hang() {
    started.incrementAndGet();
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new AssertionError("Native code cannot be interrupted", e);
    }
    return "ended";
  }

  private static void await(BooleanSupplier state) throws InterruptedException {
    while (!state.getAsBoolean()) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  private CompletableFuture<String> hangIn(Bulkhead bulkhead) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return bulkhead.run(PERSON.get(), this::hang);
          } catch (UnreadablePhotoException e) {
            return e.fault().code();
          } catch (AnalyzerBusyException e) {
            return "busy";
          }
        },
        callers);
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "1, 3", "2, 8"})
  void asManyAsMayBeInFlightAndWaitAreAnsweredAndNoMore(int atOnce, int waiting) throws Exception {
    Bulkhead bulkhead = bulkhead(atOnce, waiting, AN_HOUR, 1, WORKING);
    List<CompletableFuture<String>> all = new ArrayList<>();
    for (int i = 0; i < 3 * (atOnce + waiting); i++) {
      all.add(hangIn(bulkhead));
    }

    await(() -> all.stream().filter(CompletableFuture::isDone).count() == 2 * (atOnce + waiting));
    await(() -> started.get() == atOnce);
    end.countDown();

    List<String> answers = all.stream().map(CompletableFuture::join).toList();
    assertThat(answers).containsOnly("busy", "ended");
    assertThat(answers.stream().filter("ended"::equals)).hasSize(atOnce + waiting);
    assertThat(bulkhead.run(PERSON.get(), () -> "next")).isEqualTo("next");
    assertThat(exhausted).hasValue(0);
  }

  /** Whoever has an answer finds the place free that it took. */
  @Test
  void oneAfterTheOtherNobodyIsRefused() throws Exception {
    Bulkhead bulkhead = bulkhead(1, 0, AN_HOUR, 1, WORKING);

    for (int i = 0; i < 5_000; i++) {
      assertThat(bulkhead.run(PERSON.get(), () -> "done")).isEqualTo("done");
    }
  }

  @Test
  void whatTakesTooLongIsTooCostlyAndTheNextGoesOn() throws Exception {
    Bulkhead bulkhead = bulkhead(1, 0, A_WHILE, 1, WORKING);

    assertThat(hangIn(bulkhead).join()).isEqualTo("too_costly");

    assertThat(bulkhead.hasStuck()).isTrue();
    assertThat(bulkhead.run(PERSON.get(), () -> "next")).isEqualTo("next");
    assertThat(exhausted).hasValue(0);
    end.countDown();
    await(() -> !bulkhead.hasStuck());
  }

  @Test
  void thoseWhoWaitedForItGoOnToo() throws Exception {
    Bulkhead bulkhead = bulkhead(1, 1, A_WHILE, 1, WORKING);
    CompletableFuture<String> slow = hangIn(bulkhead);
    await(() -> started.get() == 1);

    assertThat(bulkhead.run(PERSON.get(), () -> "waited")).isEqualTo("waited");
    assertThat(slow.join()).isEqualTo("too_costly");
  }

  @Test
  void withTooManyStuckItSaysSoOnceAndRefusesUntilOneEnds() throws Exception {
    Bulkhead bulkhead = bulkhead(2, 0, A_WHILE, 2, WORKING);
    for (int i = 0; i < 3; i++) {
      assertThat(hangIn(bulkhead).join()).isEqualTo("too_costly");
    }

    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> bulkhead.run(PERSON.get(), () -> "next"))
          .isInstanceOf(AnalyzerBusyException.class);
    }
    assertThat(exhausted).hasValue(1);
    end.countDown();
    await(() -> !bulkhead.hasStuck());
    assertThat(bulkhead.run(PERSON.get(), () -> "next")).isEqualTo("next");
  }

  @Test
  void whoHadNoProcessorIsNotBlamed() {
    assertThat(hangIn(bulkhead(1, 0, A_MOMENT, 1, STARVED)).join()).isEqualTo("busy");
    assertThat(hangIn(bulkhead(1, 0, A_MOMENT, 1, UNKNOWN)).join()).isEqualTo("too_costly");
  }

  @Test
  void theProcessorsTimeIsMeasured() {
    Bulkhead bulkhead =
        new Bulkhead(new Bulkhead.Limits(1, 0, Duration.ofMillis(200), 1), () -> {});

    assertThat(hangIn(bulkhead).join()).as("sleeps").isEqualTo("busy");
  }

  @Test
  void whatAStepThrowsIsThrown() throws Exception {
    Bulkhead bulkhead = bulkhead(1, 0, AN_HOUR, 1, WORKING);

    UnreadablePhotoException fault =
        catchThrowableOfType(
            UnreadablePhotoException.class,
            () ->
                bulkhead.run(
                    PERSON.get(),
                    () -> {
                      throw new UnreadablePhotoException(PhotoFault.DAMAGED, "test");
                    }));
    assertThat(fault.fault()).isEqualTo(PhotoFault.DAMAGED);
    for (Throwable thrown : List.of(new IllegalStateException("test"), new LinkageError("test"))) {
      assertThatThrownBy(
              () ->
                  bulkhead.run(
                      PERSON.get(),
                      () -> {
                        if (thrown instanceof Error error) {
                          throw error;
                        }
                        throw (RuntimeException) thrown;
                      }))
          .isSameAs(thrown);
    }
    assertThat(bulkhead.run(PERSON.get(), () -> "next")).isEqualTo("next");
  }

  @Test
  void anInterruptIsKeptForTheCaller() throws Exception {
    Bulkhead bulkhead = bulkhead(1, 0, AN_HOUR, 1, WORKING);
    CompletableFuture<Boolean> isKept = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                bulkhead.run(PERSON.get(), this::hang);
              } catch (UnreadablePhotoException e) {
                isKept.completeExceptionally(e);
              }
              isKept.complete(Thread.interrupted());
            });
    caller.start();
    await(() -> started.get() == 1);
    caller.interrupt();
    end.countDown();

    assertThat(isKept.join()).isTrue();
  }
}

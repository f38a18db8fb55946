package app.moodify.detect;

import app.moodify.telemetry.Operation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Runs steps of an operation concurrently with the others. */
final class Background {
  private final Executor executor;

  Background(Executor executor) {
    this.executor = Operation.carriedTo(executor);
  }

  <T> CompletableFuture<T> start(String step, Supplier<T> call) {
    return CompletableFuture.supplyAsync(() -> Operation.current().step(step, call::get), executor);
  }

  /** The platform takes the processor away once an event has its answer, so nothing may go on. */
  static void awaitEnd(CompletableFuture<?> call) {
    call.handle((result, fault) -> null).join();
  }

  /** Returns what came of the call, or throws what it threw. */
  static <T> T join(CompletableFuture<T> call) {
    try {
      return call.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}

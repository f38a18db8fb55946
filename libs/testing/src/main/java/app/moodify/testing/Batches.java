package app.moodify.testing;

import app.moodify.core.Batch;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Pagination of fakes: two items a batch, so that a handful of them already needs the cursor. */
final class Batches {
  private static final int SIZE = 2;

  private Batches() {}

  /** Returns the batch after a cursor, which is the name of the last item of the one before. */
  static <T> Batch<T> of(List<T> sorted, Function<T, String> name, Optional<String> cursor) {
    List<T> rest =
        sorted.stream()
            .filter(item -> name.apply(item).compareTo(cursor.orElse("")) > 0)
            .limit(SIZE + 1)
            .toList();
    List<T> batch = rest.subList(0, Math.min(SIZE, rest.size()));
    return new Batch<>(
        batch,
        rest.size() > SIZE ? Optional.of(name.apply(batch.get(SIZE - 1))) : Optional.empty());
  }
}

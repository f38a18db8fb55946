package app.moodify.core;

import java.util.List;
import java.util.Optional;

/**
 * A part of a long list.
 *
 * @param items this part
 * @param next the cursor of the next part, in the store's own words; empty after the last one
 */
public record Batch<T>(List<T> items, Optional<String> next) {
  /** Keeps a copy. */
  public Batch {
    items = List.copyOf(items);
  }
}

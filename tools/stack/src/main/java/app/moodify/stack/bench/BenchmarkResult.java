package app.moodify.stack.bench;

import java.util.OptionalDouble;

/**
 * A measured figure and its bar.
 *
 * @param key its name in JSON
 * @param what its name for the person
 * @param value empty if it could not be measured here
 * @param bar the most it may be
 */
record BenchmarkResult(String key, String what, String unit, OptionalDouble value, double bar) {

  /** Whether it was measured and is within its bar. */
  boolean isMet() {
    return value.isPresent() && value.getAsDouble() <= bar;
  }
}

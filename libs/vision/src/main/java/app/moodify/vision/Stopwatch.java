package app.moodify.vision;

import app.moodify.core.mood.PhotoAnalysis;

/** Measures the steps of one analysis. */
final class Stopwatch {
  private static final double NANOS_PER_MILLI = 1e6;

  private final long started = System.nanoTime();
  private long decoded = started;
  private long detected = started;

  /** The pixels are there. */
  void decoded() {
    decoded = System.nanoTime();
    detected = decoded;
  }

  /** The face is found and aligned, or there is none. */
  void detected() {
    detected = System.nanoTime();
  }

  /** Returns the times until now; what came after {@link #detected()} was classifying. */
  PhotoAnalysis.Times times() {
    long now = System.nanoTime();
    return new PhotoAnalysis.Times(
        (decoded - started) / NANOS_PER_MILLI,
        (detected - decoded) / NANOS_PER_MILLI,
        (now - detected) / NANOS_PER_MILLI,
        (now - started) / NANOS_PER_MILLI);
  }
}

package app.moodify.stack.bench;

import app.moodify.core.mood.MoodStatus;
import app.moodify.core.mood.PhotoAnalysis;
import app.moodify.core.photo.UnreadablePhotoException;
import app.moodify.vision.SamplePhotos;
import app.moodify.vision.VisionPhotoAnalyzer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/**
 * How long a photo takes to scores, in one thread. The photos are composed, so that anyone can
 * measure the same.
 *
 * @param photo of 1280 x 960 pixels
 * @param large of 4000 x 3000 pixels, 12 megapixels
 */
public record VisionBench(BenchmarkResult photo, BenchmarkResult large) {
  private static final int WARM_UP = 10;
  private static final int SEED = 2013;

  /**
   * Medians over the rounds, in milliseconds.
   *
   * @param totalMs bytes to scores
   * @param cpuMs processor time of the thread in that: the total on a machine with nothing else to
   *     do
   * @param decodeMs bytes to pixels
   * @param detectMs finding and aligning the face
   * @param classifyMs reading its expression
   * @param bytes size of the photo's file
   */
  public record BenchmarkResult(
      double totalMs,
      double cpuMs,
      double decodeMs,
      double detectMs,
      double classifyMs,
      int bytes) {}

  private record Sample(PhotoAnalysis.Times times, double cpuMs) {}

  /**
   * Measures.
   *
   * @param analyzer to measure
   * @param rounds how many times each photo is analyzed after the warm-up, 1 or more
   * @param progress receives a sentence about what is measured next
   */
  public static VisionBench measure(
      VisionPhotoAnalyzer analyzer, int rounds, Consumer<String> progress) {
    progress.accept("Composing the photos");
    byte[] photo = SamplePhotos.enlarged(1280, 960, new Random(SEED));
    byte[] large = SamplePhotos.enlarged(4000, 3000, new Random(SEED));
    progress.accept("Analyzing a photo of 1280 x 960 pixels, " + rounds + " times");
    BenchmarkResult first = measure(analyzer, photo, rounds);
    progress.accept("Analyzing a photo of 12 megapixels, " + rounds + " times");
    return new VisionBench(first, measure(analyzer, large, rounds));
  }

  private static BenchmarkResult measure(VisionPhotoAnalyzer analyzer, byte[] photo, int rounds) {
    for (int i = 0; i < WARM_UP; i++) {
      sample(analyzer, photo);
    }
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      samples.add(sample(analyzer, photo));
    }
    return new BenchmarkResult(
        median(samples, sample -> sample.times.total()),
        median(samples, sample -> sample.cpuMs),
        median(samples, sample -> sample.times.decode()),
        median(samples, sample -> sample.times.detect()),
        median(samples, sample -> sample.times.classify()),
        photo.length);
  }

  private static Sample sample(VisionPhotoAnalyzer analyzer, byte[] photo) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    try {
      PhotoAnalysis analysis = analyzer.analyze(photo);
      if (analysis.status() == MoodStatus.NO_FACE) {
        throw new IllegalStateException("The face in the bench's photo was not found");
      }
      return new Sample(analysis.times(), (threads.getCurrentThreadCpuTime() - before) / 1e6);
    } catch (UnreadablePhotoException impossible) {
      throw new IllegalStateException("The bench's own photo cannot be read", impossible);
    }
  }

  private static double median(List<Sample> samples, ToDoubleFunction<Sample> value) {
    double[] sorted = samples.stream().mapToDouble(value).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}

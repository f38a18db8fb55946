package app.moodify.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How slow the machine is that something is measured on, for bars of the processor's time: another
 * processor, or neighbours that share its caches and threads, make the same work dearer. {@link
 * ReferenceWork} is done by a virtual machine of its own, and compared with what it cost where the
 * bars were set.
 */
public final class MachineSpeed {
  /**
   * Of a core that starts {@code upkeep} in 2.1 s, as the two cores did that the bars were set on.
   */
  private static final Duration NOMINAL = Duration.ofMillis(1850);

  /** What is slower than this is no measure of anything. */
  private static final double MOST = 4;

  private static final int RUNS = 3;

  private MachineSpeed() {}

  /**
   * Returns the bar for what was measured, in the same unit: as it is where it is kept, else grown
   * by as much as this machine is slower than that of the bars.
   */
  public static double bar(double bar, double measured) {
    return measured > bar ? bar * slowness() : bar;
  }

  /** Returns what a bar of the processor's time is to be multiplied by: from 1 to 4. */
  private static double slowness() {
    List<Duration> costs = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      costs.add(costOfReferenceWork());
    }
    costs.sort(null);
    double slowness = (double) costs.get(RUNS / 2).toNanos() / NOMINAL.toNanos();
    return Math.min(MOST, Math.max(1, slowness));
  }

  private static Duration costOfReferenceWork() {
    try {
      Path answer = Files.createTempFile("reference", "");
      try {
        List<String> command =
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ReferenceWork.class.getName(),
                answer.toString());
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
          throw new IllegalStateException("The reference work ended with " + status);
        }
        return Duration.ofNanos(Long.parseLong(Files.readString(answer)));
      } finally {
        Files.delete(answer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The reference work cannot be done", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the machine was measured", e);
    }
  }
}

package app.moodify.deployment;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;

/** The machine that is measured on. */
final class Machine {
  private static final int BUSY = 2;

  private Machine() {}

  /**
   * Returns by how much the processor's time may exceed a bar: not at all, but twice while others
   * want the cores too, whose caches and threads make it longer.
   */
  static int allowance() {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    boolean busy = system.getSystemLoadAverage() > system.getAvailableProcessors() + 1;
    return busy ? BUSY : 1;
  }
}

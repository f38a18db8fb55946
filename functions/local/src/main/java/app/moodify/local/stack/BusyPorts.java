package app.moodify.local.stack;

import java.util.List;
import java.util.stream.Collectors;

/** Words for the person when ports are in use. */
final class BusyPorts {

  private BusyPorts() {}

  /** Says which ports are in use, by whom, and what to do. */
  static String message(Ports ports, List<Integer> busy) {
    String list =
        busy.stream()
            .map(
                port ->
                    "  port %d is in use by %s"
                        .formatted(
                            port, PortHolder.describe(port).orElse("a process that hides itself")))
            .collect(Collectors.joining("\n"));
    return "%s%nEnd it, or choose other ports: ./moodify run --port %d"
        .formatted(list, suggestion(ports));
  }

  private static int suggestion(Ports ports) {
    for (int base = ports.base() + 1000; base < 60_000; base += 1000) {
      if (new Ports(base).busy().isEmpty()) {
        return base;
      }
    }
    return ports.base();
  }
}

package app.moodify.stack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words for the person when ports are in use. */
final class BusyPorts {

  private BusyPorts() {}

  /**
   * Says which ports are in use, by whom, and what to do.
   *
   * @param owner the runner of a stack on the same ports, if one runs
   */
  static String message(Ports ports, List<Integer> busy, Optional<ProcessHandle> owner) {
    int other = suggestion(ports);
    if (owner.isPresent()) {
      return ("Moodify already runs at http://127.0.0.1:%d (process %d). Stop it with Ctrl-C, or start"
              + " another one beside it: ./moodify run --port %d --data DIR")
          .formatted(ports.base(), owner.get().pid(), other);
    }
    Map<String, List<Integer>> byHolder = new LinkedHashMap<>();
    for (int port : busy) {
      String holder = PortHolder.describe(port).orElse("a process that cannot be seen from here");
      byHolder.computeIfAbsent(holder, key -> new ArrayList<>()).add(port);
    }
    String list =
        byHolder.entrySet().stream()
            .map(entry -> "Port " + numbers(entry.getValue()) + " is in use by " + entry.getKey())
            .collect(Collectors.joining(".\n"));
    return "%s.%nEnd it, or choose other ports: ./moodify run --port %d".formatted(list, other);
  }

  private static String numbers(List<Integer> ports) {
    return ports.stream().map(String::valueOf).collect(Collectors.joining(", "));
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

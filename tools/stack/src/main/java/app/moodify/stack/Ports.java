package app.moodify.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The ports of one stack, all on 127.0.0.1: a base, and each part's distance from it.
 *
 * @param base the port of the page, from 1024 to {@value #HIGHEST_BASE}
 */
public record Ports(int base) {

  /** The base unless another is asked for. */
  public static final int DEFAULT_BASE = 5000;

  private static final List<String> NAMES =
      List.of(
          "hosting",
          "functions",
          "auth",
          "firestore",
          "storage",
          "pubsub",
          "hub",
          "logging",
          "eventarc",
          "tasks",
          "forwarder",
          "detect",
          "recommend",
          "analyze",
          "api",
          "insights",
          "upkeep",
          "firestore-websocket",
          "app-check");

  private static final int HIGHEST_BASE = 65_515;

  /** Checks the base. */
  public Ports {
    if (base < 1024 || base > HIGHEST_BASE) {
      throw new IllegalArgumentException(
          "A port from 1024 to %d is needed, not %d.".formatted(HIGHEST_BASE, base));
    }
  }

  /** Ports of which none is in use. */
  public static Ports free(RandomGenerator random) {
    for (int attempt = 0; attempt < 200; attempt++) {
      // Below 32768: above it systems hand out ports to outgoing connections.
      Ports ports = new Ports(10_000 + 20 * random.nextInt(1_100));
      if (ports.busy().isEmpty()) {
        return ports;
      }
    }
    throw new IllegalStateException("No free ports between 10000 and 32000.");
  }

  /** A part's port. */
  public int of(String part) {
    int offset = NAMES.indexOf(part);
    if (offset < 0) {
      throw new IllegalArgumentException("No part is called " + part);
    }
    return base + offset;
  }

  /** A part's host and port, 127.0.0.1:5003. */
  public String hostAndPort(String part) {
    return "127.0.0.1:" + of(part);
  }

  /** A part's address, http://127.0.0.1:5003. */
  public URI address(String part) {
    return URI.create("http://" + hostAndPort(part));
  }

  /** The origins of the page: a browser takes the two names of this machine for two sites. */
  public List<String> pages() {
    return List.of(address("hosting").toString(), "http://localhost:" + of("hosting"));
  }

  /** Every part's port. */
  public Map<String, Integer> all() {
    Map<String, Integer> all = new LinkedHashMap<>();
    NAMES.forEach(name -> all.put(name, of(name)));
    return all;
  }

  /** Those of the ports that something listens on. */
  public List<Integer> busy() {
    List<Integer> busy = new ArrayList<>();
    for (int port : all().values()) {
      if (isBusy(port)) {
        busy.add(port);
      }
    }
    return busy;
  }

  private static boolean isBusy(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      return true;
    }
    // macOS lets one bind 127.0.0.1 beside a listener on all addresses, such as its AirPlay on
    // 5000.
    return isListening(port);
  }

  /** Whether something accepts connections there. */
  public static boolean isListening(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}

package app.moodify.music.audius;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;

/**
 * The hosts that serve Audius's API, in the order in which they are tried. One that failed is tried
 * again when its pause is over, or when there is no other. Thread-safe.
 */
final class AudiusHosts {
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /**
   * Enough to fall back on; a longer list would only be a longer way to find out that all is down.
   */
  private static final int MOST = 8;

  private final InstantSource clock;
  private final List<HttpUrl> configured;

  /** Each host, and until when it is skipped. */
  private final Map<HttpUrl, Instant> pauses = new LinkedHashMap<>();

  AudiusHosts(List<HttpUrl> configured, InstantSource clock) {
    if (configured.isEmpty()) {
      throw new IllegalArgumentException("Audius needs a host");
    }
    this.configured = List.copyOf(configured);
    this.clock = clock;
    configured.forEach(host -> pauses.put(host, Instant.MIN));
  }

  /** Returns whether a host is one of the settings' own, which may get a token. */
  boolean isConfigured(HttpUrl host) {
    return configured.contains(host);
  }

  /** Returns the first host that is not known to be down; else the one whose pause ends first. */
  synchronized HttpUrl next() {
    Instant now = clock.instant();
    HttpUrl soonest = null;
    for (Map.Entry<HttpUrl, Instant> each : pauses.entrySet()) {
      if (!each.getValue().isAfter(now)) {
        return each.getKey();
      }
      if (soonest == null || each.getValue().isBefore(pauses.get(soonest))) {
        soonest = each.getKey();
      }
    }
    return soonest;
  }

  /** Skips a host for a minute. */
  synchronized void failed(HttpUrl host) {
    pauses.replace(host, clock.instant().plus(PAUSE));
  }

  /** Adds hosts that Audius names, behind those that are there. */
  synchronized void add(List<HttpUrl> named) {
    for (HttpUrl host : named) {
      if (pauses.size() < MOST) {
        pauses.putIfAbsent(host, Instant.MIN);
      }
    }
  }

  /** Returns all hosts in their order. */
  synchronized List<HttpUrl> all() {
    return new ArrayList<>(pauses.keySet());
  }
}

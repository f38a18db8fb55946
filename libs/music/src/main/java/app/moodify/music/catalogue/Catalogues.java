package app.moodify.music.catalogue;

import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.music.Catalogue;
import app.moodify.core.music.Track;
import app.moodify.telemetry.Operation;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Asks several catalogues at once, within a time budget. Thread-safe. */
public final class Catalogues {
  /** What a person may be made to wait for the slowest catalogue. */
  public static final Duration BUDGET = Duration.ofSeconds(4);

  private static final Logger LOG = Logger.getLogger(Catalogues.class.getName());

  private final List<Catalogue> catalogues;
  private final Duration budget;
  private final Executor threads =
      Operation.carriedTo(
          Executors.newCachedThreadPool(
              work -> {
                Thread thread = new Thread(work, "catalogues");
                thread.setDaemon(true);
                return thread;
              }));

  /** Takes the catalogues to ask. One of them should always respond: the built-in one. */
  public Catalogues(List<Catalogue> catalogues) {
    this(catalogues, BUDGET);
  }

  Catalogues(List<Catalogue> catalogues, Duration budget) {
    this.catalogues = List.copyOf(catalogues);
    this.budget = budget;
  }

  /**
   * Returns what all catalogues find for all queries within the budget. A catalogue is unavailable
   * if no query to it succeeded, and at least one failed or took too long.
   */
  public Candidates find(List<Catalogue.Query> queries) {
    long deadline = System.nanoTime() + budget.toNanos();
    List<PendingQuery> pending = new ArrayList<>();
    for (Catalogue catalogue : catalogues) {
      for (Catalogue.Query query : queries) {
        pending.add(
            new PendingQuery(
                catalogue,
                CompletableFuture.supplyAsync(() -> ask(catalogue, query), threads)
                    .orTimeout(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)));
      }
    }
    Map<String, Track> tracks = new LinkedHashMap<>();
    Set<String> responded = new LinkedHashSet<>();
    Map<String, Throwable> failed = new LinkedHashMap<>();
    for (PendingQuery each : pending) {
      String name = each.catalogue.name();
      try {
        each.tracks.join().forEach(track -> tracks.putIfAbsent(track.id(), track));
        responded.add(name);
      } catch (CompletionException e) {
        failed.putIfAbsent(name, e.getCause());
      }
    }
    failed.forEach(Catalogues::log);
    failed.keySet().removeAll(responded);
    return new Candidates(List.copyOf(tracks.values()), List.copyOf(failed.keySet()));
  }

  /** What is foreseen takes one line of the log: there are many while a catalogue is down. */
  private static void log(String name, Throwable failure) {
    boolean foreseen =
        failure instanceof IOException
            || failure instanceof TimeoutException
            || failure instanceof ServiceUnavailableException;
    if (foreseen) {
      String message = failure.getMessage() == null ? "it took too long" : failure.getMessage();
      LOG.warning("Catalogue " + name + " did not respond to all: " + message);
    } else {
      LOG.log(Level.SEVERE, "Catalogue " + name + " failed in a way that is ours", failure);
    }
  }

  private static List<Track> ask(Catalogue catalogue, Catalogue.Query query) {
    try {
      return Operation.current()
          .step("catalogue_" + TelemetryName.of(catalogue.name()), () -> catalogue.find(query));
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  private record PendingQuery(Catalogue catalogue, CompletableFuture<List<Track>> tracks) {}
}

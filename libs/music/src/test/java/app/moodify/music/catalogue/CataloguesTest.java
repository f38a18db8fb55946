package app.moodify.music.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.music.Catalogue;
import app.moodify.core.music.Track;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CataloguesTest {
  private static final List<Catalogue.Query> TWICE =
      List.of(
          new Catalogue.Query(Regions.PEACEFUL, Regions.PEACEFUL.place(), 15),
          new Catalogue.Query(Regions.PEACEFUL, Regions.PEACEFUL.place(), 10));

  private static final Track TIDE = Tracks.named("Tide");
  private static final Track GLOW = Tracks.named("Glow");

  @Test
  void eachTrackIsFoundOnce() {
    Candidates candidates =
        find(new Scripted("A", query -> List.of(TIDE)), new Scripted("B", query -> List.of(GLOW)));

    assertThat(candidates.tracks()).containsExactly(TIDE, GLOW);
    assertThat(candidates.unavailable()).isEmpty();
  }

  @Test
  void allAreAskedAtOnce() {
    CountDownLatch all = new CountDownLatch(4);
    Find waitingForTheOthers =
        query -> {
          all.countDown();
          assertThat(await(all)).isTrue();
          return List.of(TIDE);
        };

    Candidates candidates =
        find(new Scripted("A", waitingForTheOthers), new Scripted("B", waitingForTheOthers));

    assertThat(candidates.unavailable()).isEmpty();
  }

  @Test
  void aCatalogueThatFailsIsNamedAndTheOthersAreUsed() {
    Candidates candidates =
        find(
            new Scripted(
                "Broken",
                query -> {
                  throw new IOException("out of reach");
                }),
            new Scripted(
                "Buggy",
                query -> {
                  throw new IllegalStateException("surprise");
                }),
            new Scripted("Good", query -> List.of(TIDE)));

    assertThat(candidates.tracks()).containsExactly(TIDE);
    assertThat(candidates.unavailable()).containsExactly("Broken", "Buggy");
  }

  @Test
  void aCatalogueThatAnswersOneOfTwoQuestionsIsAvailable() {
    Candidates candidates =
        find(
            new Scripted(
                "Half",
                query -> {
                  if (query.size() == 10) {
                    throw new IOException("enough");
                  }
                  return List.of(TIDE);
                }));

    assertThat(candidates.tracks()).containsExactly(TIDE);
    assertThat(candidates.unavailable()).isEmpty();
  }

  @Test
  void nobodyWaitsForACatalogueBeyondTheBudget() {
    CountDownLatch never = new CountDownLatch(1);
    Scripted hanging =
        new Scripted(
            "Hanging",
            query -> {
              await(never);
              return List.of(GLOW);
            });
    Catalogues catalogues =
        new Catalogues(
            List.of(hanging, new Scripted("Good", query -> List.of(TIDE))), Duration.ofMillis(300));
    long start = System.nanoTime();

    Candidates candidates = catalogues.find(TWICE);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(candidates.tracks()).containsExactly(TIDE);
    assertThat(candidates.unavailable()).containsExactly("Hanging");
    never.countDown();
  }

  @Test
  void theBudgetIsFourSeconds() {
    assertThat(Catalogues.BUDGET).isEqualTo(Duration.ofSeconds(4));
  }

  private static Candidates find(Catalogue... catalogues) {
    return new Catalogues(List.of(catalogues), Duration.ofSeconds(20)).find(TWICE);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private interface Find {
    List<Track> find(Catalogue.Query query) throws IOException;
  }

  private record Scripted(String name, Find script) implements Catalogue {
    @Override
    public List<Track> find(Query query) throws IOException {
      return script.find(query);
    }
  }
}

package app.moodify.music.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.music.Catalogue;
import app.moodify.core.music.Track;
import app.moodify.music.TestTrack;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CataloguesTest {
  private static final List<Catalogue.Query> TWICE =
      List.of(
          new Catalogue.Query(Regions.PEACEFUL, Regions.PEACEFUL.place(), 15, 0),
          new Catalogue.Query(Regions.PEACEFUL, Regions.PEACEFUL.place(), 10, 0));

  private static final Track TIDE = TestTrack.of("Tide").make();
  private static final Track GLOW = TestTrack.of("Glow").make();

  @Test
  void eachTrackIsFoundOnce() {
    Candidates candidates =
        find(
            new StubCatalogue("A", query -> List.of(TIDE)),
            new StubCatalogue("B", query -> List.of(GLOW)));

    assertThat(candidates.tracks()).containsExactly(TIDE, GLOW);
    assertThat(candidates.unavailable()).isEmpty();
  }

  @Test
  void allAreAskedAtOnce() {
    CountDownLatch all = new CountDownLatch(4);
    StubCatalogue.Find waitingForTheOthers =
        query -> {
          all.countDown();
          assertThat(await(all)).isTrue();
          return List.of(TIDE);
        };

    Candidates candidates =
        find(
            new StubCatalogue("A", waitingForTheOthers),
            new StubCatalogue("B", waitingForTheOthers));

    assertThat(candidates.unavailable()).isEmpty();
  }

  @Test
  void aCatalogueThatFailsIsNamedAndTheOthersAreUsed() {
    Candidates candidates =
        find(
            new StubCatalogue(
                "Broken",
                query -> {
                  throw new IOException("out of reach");
                }),
            new StubCatalogue(
                "Buggy",
                query -> {
                  throw new IllegalStateException("surprise");
                }),
            new StubCatalogue("Good", query -> List.of(TIDE)));

    assertThat(candidates.tracks()).containsExactly(TIDE);
    assertThat(candidates.unavailable()).containsExactly("Broken", "Buggy");
  }

  @Test
  void aCatalogueThatRespondsToOneOfTwoQueriesIsAvailable() {
    Candidates candidates =
        find(
            new StubCatalogue(
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
    StubCatalogue hanging =
        new StubCatalogue(
            "Hanging",
            query -> {
              await(never);
              return List.of(GLOW);
            });
    Catalogues catalogues =
        new Catalogues(
            List.of(hanging, new StubCatalogue("Good", query -> List.of(TIDE))),
            Duration.ofMillis(300));
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
}

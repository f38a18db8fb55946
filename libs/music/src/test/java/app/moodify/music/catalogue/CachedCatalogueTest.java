package app.moodify.music.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import app.moodify.core.music.Catalogue;
import app.moodify.core.music.Track;
import app.moodify.music.TestTrack;
import app.moodify.music.catalogue.CatalogueException.Kind;
import app.moodify.testing.FakeClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class CachedCatalogueTest {
  private static final Track OLD = TestTrack.of("Old").make();
  private static final Track NEW = TestTrack.of("New").make();

  private final FakeClock clock = new FakeClock();
  private final FakeCatalogue catalogue = new FakeCatalogue();
  private final FakeCatalogueCache cache = new FakeCatalogueCache();
  private final CachedCatalogue cached = another();

  @Test
  void aResponseIsFreshForTwelveHours() throws Exception {
    catalogue.then(OLD).then(NEW);

    assertThat(find()).containsExactly(OLD);
    clock.advance(Duration.ofHours(12).minusSeconds(1));
    assertThat(find()).containsExactly(OLD);
    assertThat(catalogue.asked()).isEqualTo(1);

    clock.advance(Duration.ofSeconds(2));
    assertThat(find()).containsExactly(NEW);
  }

  @Test
  void instancesShareResponses() throws Exception {
    catalogue.then(OLD);
    find();

    assertThat(another().find(query())).containsExactly(OLD);

    assertThat(catalogue.asked()).isEqualTo(1);
  }

  @Test
  void aResponseExpiresAfterSevenDays() throws Exception {
    catalogue.then(OLD);
    Instant now = clock.instant();

    find();

    assertThat(cache.expiries())
        .containsExactly(entry("fake-peaceful", now.plus(Duration.ofDays(7))));
  }

  @Test
  void aStaleResponseIsUsedForSevenDaysWhileTheCatalogueIsDown() throws Exception {
    catalogue.then(OLD).then(Kind.UNREACHABLE);
    find();

    clock.advance(Duration.ofDays(7).minusSeconds(1));
    assertThat(find()).containsExactly(OLD);
    assertThat(another().find(query())).containsExactly(OLD);

    clock.advance(Duration.ofSeconds(2));
    assertThatThrownBy(this::find).isInstanceOf(CatalogueException.class);
  }

  @Test
  void anEmptyResponseIsNotCached() throws Exception {
    catalogue.then().then(NEW);

    assertThat(find()).isEmpty();
    assertThat(find()).containsExactly(NEW);
  }

  @Test
  void aFailureIsNotCached() throws Exception {
    catalogue.then(Kind.MALFORMED).then(NEW);

    assertThatThrownBy(this::find).isInstanceOf(CatalogueException.class);
    assertThat(find()).containsExactly(NEW);
  }

  @Test
  void withoutTheSharedCacheResponsesAreCachedInMemory() throws Exception {
    cache.goDown();
    catalogue.then(OLD).then(NEW);

    assertThat(find()).containsExactly(OLD);
    assertThat(find()).containsExactly(OLD);

    assertThat(catalogue.asked()).isEqualTo(1);
  }

  @Test
  void equalRequestsInFlightAreCoalesced() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    catalogue.then(
        () -> {
          asked.countDown();
          Thread.sleep(300);
          return List.of(OLD);
        });
    ExecutorService pool = Executors.newFixedThreadPool(20);

    Future<List<Track>> first = pool.submit(this::find);
    asked.await();
    Callable<List<Track>> other = this::find;
    for (Future<List<Track>> each : pool.invokeAll(Collections.nCopies(19, other))) {
      assertThat(each.get()).containsExactly(OLD);
    }

    assertThat(first.get()).containsExactly(OLD);
    assertThat(catalogue.asked()).isEqualTo(1);
    pool.shutdown();
  }

  private CachedCatalogue another() {
    return new CachedCatalogue(catalogue, cache, clock, Duration.ofSeconds(20));
  }

  private List<Track> find() throws IOException {
    return cached.find(query());
  }

  private static Catalogue.Query query() {
    return new Catalogue.Query(Regions.PEACEFUL, Regions.PEACEFUL.place(), 15, 0);
  }
}

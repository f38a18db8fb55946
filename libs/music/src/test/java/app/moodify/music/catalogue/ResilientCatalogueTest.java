package app.moodify.music.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.moodify.core.music.Track;
import app.moodify.music.TestTrack;
import app.moodify.music.catalogue.CatalogueException.Kind;
import app.moodify.testing.FakeClock;
import app.moodify.testing.RecordingLog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResilientCatalogueTest {
  private static final Track TIDE = TestTrack.of("Tide").make();

  private final FakeClock clock = new FakeClock();
  private final FakeCatalogue catalogue = new FakeCatalogue();
  private final ResilientCatalogue resilient = new ResilientCatalogue(catalogue, clock);

  @Test
  void aTransientFailureIsRetriedOnce() throws Exception {
    catalogue.then(Kind.UNREACHABLE).then(TIDE);

    assertThat(ask()).containsExactly(TIDE);
    assertThat(catalogue.asked()).isEqualTo(2);
  }

  @Test
  void aTransientFailureTwiceIsAFailure() {
    catalogue.then(Kind.UNREACHABLE);

    assertThat(failure().kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(catalogue.asked()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(names = "UNREACHABLE", mode = EnumSource.Mode.EXCLUDE)
  void otherFailuresAreNotRetried(Kind kind) {
    catalogue.then(kind);

    assertThat(failure().kind()).isEqualTo(kind);
    assertThat(catalogue.asked()).isEqualTo(1);
  }

  @Test
  void theRetryHasOnlyTheTimeThatIsLeft() {
    catalogue.then(
        () -> {
          Thread.sleep(60);
          throw new CatalogueException(Kind.UNREACHABLE, "slow");
        });

    CatalogueException failure =
        catchThrowableOfType(
            CatalogueException.class, () -> resilient.ask(Regions.PEACEFUL, Duration.ofMillis(50)));

    assertThat(failure).hasMessage("Fake did not answer in time");
    assertThat(catalogue.asked()).isEqualTo(1);
  }

  @Test
  void theCircuitOpensForHalfAMinuteWhenACatalogueKeepsFailing() throws Exception {
    catalogue.then(Kind.MALFORMED).then(Kind.MALFORMED).then(Kind.MALFORMED).then(TIDE);
    for (int times = 0; times < 3; times++) {
      failure();
    }

    assertThat(failure()).hasMessageContaining("circuit breaker is open");
    assertThat(catalogue.asked()).isEqualTo(3);

    clock.advance(Duration.ofSeconds(31));
    assertThat(ask()).containsExactly(TIDE);
  }

  @Test
  void theCircuitOpensForLongerEachTime() {
    catalogue.then(Kind.MALFORMED);

    for (int second = 0; second < 3600; second++) {
      failure();
      clock.advance(Duration.ofSeconds(1));
    }

    assertThat(catalogue.asked()).isBetween(8, 15);
  }

  @Test
  void oneFailureAmongManyResponsesLeavesTheCircuitClosed() throws Exception {
    catalogue.then(TIDE).then(TIDE).then(Kind.MALFORMED).then(TIDE);
    ask();
    ask();
    failure();

    assertThat(ask()).containsExactly(TIDE);
  }

  @Test
  void retryAfterIsObeyed() throws Exception {
    catalogue
        .then(
            () -> {
              throw CatalogueException.quota("enough", Optional.of(Duration.ofMinutes(5)));
            })
        .then(TIDE);
    failure();

    clock.advance(Duration.ofMinutes(5));
    assertThat(failure()).hasMessageContaining("circuit breaker is open");
    assertThat(catalogue.asked()).isEqualTo(1);

    clock.advance(Duration.ofSeconds(2));
    assertThat(ask()).containsExactly(TIDE);
  }

  @Test
  void aRetryAfterOfAYearIsObeyedForAnHour() throws Exception {
    catalogue
        .then(
            () -> {
              throw CatalogueException.quota("enough", Optional.of(Duration.ofDays(365)));
            })
        .then(TIDE);
    failure();

    clock.advance(Duration.ofHours(1).plusSeconds(1));

    assertThat(ask()).containsExactly(TIDE);
  }

  @Test
  void aRefusalIsLoggedForSomebodyToActAndNotTriedForAQuarterOfAnHour() throws Exception {
    catalogue.then(Kind.REFUSED).then(TIDE);

    try (RecordingLog log = new RecordingLog()) {
      failure();
      assertThat(log.lines())
          .anyMatch(line -> line.contains("SEVERE") && line.contains("not asked until"));
    }
    clock.advance(Duration.ofMinutes(14));
    failure();
    assertThat(catalogue.asked()).isEqualTo(1);

    clock.advance(Duration.ofMinutes(2));
    assertThat(ask()).containsExactly(TIDE);
  }

  @Test
  void aWrongRequestIsOurFaultAndDoesNotOpenTheCircuit() throws Exception {
    for (int times = 0; times < 6; times++) {
      catalogue.then(Kind.BAD_REQUEST);
    }
    catalogue.then(TIDE);

    for (int times = 0; times < 6; times++) {
      assertThat(failure().kind()).isEqualTo(Kind.BAD_REQUEST);
    }

    assertThat(ask()).containsExactly(TIDE);
  }

  @Test
  void aFaultInReadingAResponseIsAFailureOfThatCatalogueOnly() {
    catalogue.then(
        () -> {
          throw new IllegalStateException("surprise");
        });

    assertThat(failure().kind()).isEqualTo(Kind.MALFORMED);
  }

  private List<Track> ask() throws CatalogueException {
    return resilient.ask(Regions.PEACEFUL, Duration.ofSeconds(20));
  }

  private CatalogueException failure() {
    return catchThrowableOfType(CatalogueException.class, this::ask);
  }
}

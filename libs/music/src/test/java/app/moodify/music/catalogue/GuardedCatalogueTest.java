package app.moodify.music.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.moodify.core.music.Track;
import app.moodify.music.catalogue.CatalogueException.Kind;
import app.moodify.testing.FakeClock;
import app.moodify.testing.RecordingLog;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuardedCatalogueTest {
  private static final Track TIDE = Tracks.named("Tide");

  private final FakeClock clock = new FakeClock();
  private final FakeCatalogue catalogue = new FakeCatalogue();
  private final GuardedCatalogue guarded = new GuardedCatalogue(catalogue, clock);

  @Test
  void whatPassesIsTriedOnceMore() throws Exception {
    catalogue.then(Kind.UNREACHABLE).then(TIDE);

    assertThat(ask()).containsExactly(TIDE);
    assertThat(catalogue.asked()).isEqualTo(2);
  }

  @Test
  void whatPassesTwiceIsAFailure() {
    catalogue.then(Kind.UNREACHABLE);

    assertThat(failure().kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(catalogue.asked()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(names = "UNREACHABLE", mode = EnumSource.Mode.EXCLUDE)
  void whatDoesNotPassIsNotTriedAgain(Kind kind) {
    catalogue.then(kind);

    assertThat(failure().kind()).isEqualTo(kind);
    assertThat(catalogue.asked()).isEqualTo(1);
  }

  @Test
  void theSecondAttemptHasOnlyTheTimeThatIsLeft() {
    catalogue.then(
        () -> {
          pause(60);
          throw new CatalogueException(Kind.UNREACHABLE, "slow");
        });

    CatalogueException failure =
        catchThrowableOfType(
            CatalogueException.class, () -> guarded.ask(Regions.PEACEFUL, Duration.ofMillis(50)));

    assertThat(failure).hasMessage("Scripted did not answer in time");
    assertThat(catalogue.asked()).isEqualTo(1);
  }

  @Test
  void aCatalogueThatKeepsFailingIsLeftAloneForHalfAMinute() throws Exception {
    catalogue.then(Kind.MALFORMED).then(Kind.MALFORMED).then(Kind.MALFORMED).then(TIDE);
    for (int times = 0; times < 3; times++) {
      failure();
    }

    assertThat(failure()).hasMessageContaining("left alone");
    assertThat(catalogue.asked()).isEqualTo(3);

    clock.advance(Duration.ofSeconds(31));
    assertThat(ask()).containsExactly(TIDE);
  }

  @Test
  void aCatalogueThatStaysDownIsAskedLessAndLess() {
    catalogue.then(Kind.MALFORMED);

    for (int second = 0; second < 3600; second++) {
      failure();
      clock.advance(Duration.ofSeconds(1));
    }

    assertThat(catalogue.asked()).isBetween(8, 15);
  }

  @Test
  void oneFailureAmongManyAnswersIsForgiven() throws Exception {
    catalogue.then(TIDE).then(TIDE).then(Kind.MALFORMED).then(TIDE);
    ask();
    ask();
    failure();

    assertThat(ask()).containsExactly(TIDE);
  }

  @Test
  void aQuotaIsHeededForAsLongAsTheCatalogueSays() throws Exception {
    catalogue
        .then(
            () -> {
              throw CatalogueException.quota("enough", Optional.of(Duration.ofMinutes(5)));
            })
        .then(TIDE);
    failure();

    clock.advance(Duration.ofMinutes(5));
    assertThat(failure()).hasMessageContaining("left alone");
    assertThat(catalogue.asked()).isEqualTo(1);

    clock.advance(Duration.ofSeconds(2));
    assertThat(ask()).containsExactly(TIDE);
  }

  @Test
  void aQuotaOfAYearIsHeededForAnHour() throws Exception {
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
  void aWrongRequestIsOurFaultAndDoesNotSpeakAgainstTheCatalogue() throws Exception {
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
  void aFaultInReadingAnAnswerIsAFailureOfThatCatalogueOnly() {
    catalogue.then(
        () -> {
          throw new IllegalStateException("surprise");
        });

    assertThat(failure().kind()).isEqualTo(Kind.MALFORMED);
  }

  private List<Track> ask() throws CatalogueException {
    return guarded.ask(Regions.PEACEFUL, Duration.ofSeconds(20));
  }

  private CatalogueException failure() {
    return catchThrowableOfType(CatalogueException.class, this::ask);
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

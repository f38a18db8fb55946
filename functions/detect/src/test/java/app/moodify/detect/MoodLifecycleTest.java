package app.moodify.detect;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.mood.MoodId;
import app.moodify.core.mood.MoodStatus;
import app.moodify.core.mood.MoodStore.Claim;
import app.moodify.core.mood.MoodStore.MoodTransition;
import app.moodify.core.mood.PhotoReference;
import app.moodify.testing.FakeErasureLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every row of {@link MoodLifecycle}, and what is done where a row depends on more: the calls of an
 * upload's event, by what the store returns. CREATED is a claim of an entry that was not there
 * before, which is CURRENT too.
 */
class MoodLifecycleTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Duration IN_TIME = Duration.ofMinutes(60);
  private static final Duration TOO_LATE = Duration.ofMinutes(61);

  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  private final RecordingStores stores = new RecordingStores();
  private final FakeErasureLog erasures = new FakeErasureLog();
  private final FakePhotoAnalyzer analyzer = new FakePhotoAnalyzer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          event      | claim    | finish    | calls
          ANALYZED   | CREATED  | CURRENT   | claim, keep, store ready kept, publish, delete
          ANALYZED   | CURRENT  | CURRENT   | claim, keep, store ready kept, publish, delete
          ANALYZED   | CREATED  | DECIDED   | claim, keep, store ready kept, find, publish, delete
          ANALYZED   | CREATED  | OUTDATED  | claim, keep, store ready kept
          ANALYZED   | CREATED  | UNCLAIMED | claim, keep, store ready kept, release, retry
          ANALYZED   | CREATED  | DELETED   | claim, keep, store ready kept, delete copy, delete
          ANALYZED   | DECIDED  |           | claim, find, publish, delete
          ANALYZED   | OUTDATED |           | claim
          FAILED     | CREATED  | CURRENT   | claim, keep, store damaged kept, publish, delete
          FAILED     | CURRENT  | CURRENT   | claim, keep, store damaged kept, publish, delete
          FAILED     | CREATED  | DECIDED   | claim, keep, store damaged kept, find, publish, delete
          FAILED     | CREATED  | OUTDATED  | claim, keep, store damaged kept
          FAILED     | CREATED  | UNCLAIMED | claim, keep, store damaged kept, release, retry
          FAILED     | CREATED  | DELETED   | claim, keep, store damaged kept, delete copy, delete
          FAILED     | DECIDED  |           | claim, find, publish, delete
          FAILED     | OUTDATED |           | claim
          GAVE_UP    | CREATED  | CURRENT   | claim, store gave_up, publish, delete
          GAVE_UP    | CURRENT  | CURRENT   | claim, store gave_up, publish, delete, delete copy
          GAVE_UP    | CREATED  | DECIDED   | claim, store gave_up, find, publish, delete
          GAVE_UP    | CREATED  | OUTDATED  | claim, store gave_up
          GAVE_UP    | CREATED  | UNCLAIMED | claim, store gave_up, find
          GAVE_UP    | CREATED  | DELETED   | claim, store gave_up, delete copy, delete
          GAVE_UP    | DECIDED  |           | claim, find, publish, delete
          GAVE_UP    | OUTDATED |           | claim
          PHOTO_GONE |          | CURRENT   | store photo_gone, publish, delete, delete copy
          PHOTO_GONE |          | DECIDED   | store photo_gone, find, publish, delete
          PHOTO_GONE |          | OUTDATED  | store photo_gone
          PHOTO_GONE |          | UNCLAIMED | store photo_gone
          PHOTO_GONE |          | DELETED   | store photo_gone
          """)
  void everyTransitionHasItsActions(
      String event, String claim, MoodTransition finish, String calls) {
    stores.keeps(true);
    stores.claim(claim(claim));
    stores.finish(finish);

    assertThat(callsOf(event)).isEqualTo(calls);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          keeps | claim   | calls
          false | CREATED | claim, store ready, publish, delete
          false | CURRENT | claim, store ready, publish, delete, delete copy
          true  | CREATED | claim, keep, store ready, publish, delete
          true  | CURRENT | claim, keep, store ready, publish, delete, delete copy
          """)
  void aPhotoThatIsNotKeptOrGoneDeletesAnEarlierCopy(boolean keeps, String claim, String calls) {
    if (keeps) {
      stores.keeps(false);
    }
    stores.claim(claim(claim));

    assertThat(handle(IN_TIME)).isEqualTo(calls);
  }

  @Test
  void aVerdictWhoseEntryWasDeletedSinceIsNotPublished() {
    stores.claim(claim("DECIDED"));
    stores.found(null);

    assertThat(handle(IN_TIME)).isEqualTo("claim, find");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          read    | retry
          claim   | claim, retry
          choices | retry
          count   | retry
          store   | claim, store ready, release, retry
          publish | claim, store ready, publish, release, retry
          delete  | claim, store ready, publish, delete, release, retry
          """)
  void anErrorWithinTheRetryWindowIsRetried(String refused, String calls) {
    stores.refuse(refused);

    assertThat(handle(IN_TIME)).isEqualTo(calls);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          refused | claim   | entry     | calls
          claim   | CREATED |           | claim, retry
          store   | CREATED | ANALYZING | claim, store gave_up, find, retry
          store   | CREATED |           | claim, store gave_up, find, retry
          store   | CREATED | FAILED    | claim, store gave_up, find
          publish | CREATED | FAILED    | claim, store gave_up, publish, find
          delete  | CREATED | FAILED    | claim, store gave_up, publish, delete, find
          publish | DECIDED | READY     | claim, find, publish
          """)
  void givingUpIsRetriedUntilTheEntryHasItsVerdict(
      String refused, String claim, MoodStatus entry, String calls) {
    stores.refuse("read", refused);
    stores.claim(claim(claim));
    stores.found(entry);

    assertThat(handle(TOO_LATE)).isEqualTo(calls);
  }

  @Test
  void withoutConsentNothingIsReadOrKept() {
    stores.keeps(true);
    stores.withoutConsent();

    assertThat(handle(IN_TIME)).isEqualTo("claim, store no_consent, publish, delete");
    assertThat(analyzer.analyses()).isZero();
  }

  @Test
  void tooManyPhotosAreRefusedAndTheNextOnesByTheBucket() {
    stores.tooMany(Duration.ofSeconds(30));

    assertThat(handle(IN_TIME))
        .isEqualTo(
            "close until %s, claim, store too_many_photos, publish, delete"
                .formatted(NOW.plusSeconds(30)));
    assertThat(analyzer.analyses()).isZero();
  }

  @Test
  void allAttemptsAtAPhotoCountAsOne() {
    stores.refuse("store");
    handle(IN_TIME);
    handle(IN_TIME);

    assertThat(stores.counted()).containsExactly("m1/" + NOW.minus(IN_TIME));
  }

  @Test
  void ofWhoIsErasedNothingIsReadAndNoEntryMade() {
    erasures.begin("ada", NOW);

    assertThat(handle(IN_TIME)).isEqualTo("delete");
    assertThat(analyzer.analyses()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"2, ready, 1", "3, interrupted, 0", "4, interrupted, 0"})
  void afterThreeUnfinishedAttemptsThePhotoIsToBlame(int unfinished, String verdict, int analyses) {
    stores.claim(new Claim(MoodTransition.CURRENT, Optional.empty(), unfinished));

    assertThat(handle(IN_TIME)).startsWith("claim, store " + verdict);
    assertThat(analyzer.analyses()).isEqualTo(analyses);
  }

  private String callsOf(String event) {
    switch (event) {
      case "FAILED" -> stores.photo("damaged");
      case "GAVE_UP" -> stores.refuse("read");
      case "PHOTO_GONE" -> stores.photo(null);
      default -> stores.photo("happy");
    }
    return handle(event.equals("GAVE_UP") ? TOO_LATE : IN_TIME);
  }

  private String handle(Duration age) {
    MoodId id = new MoodId("ada", "m1");
    PhotoReference photo = new PhotoReference("bucket", id.photoPath(), 1, 100, "image/jpeg");
    Detection detection =
        new Detection(
            analyzer,
            new Detection.Stores(stores, stores, stores),
            new Admission(stores, stores, stores, erasures, CLOCK),
            CLOCK,
            Runnable::run);
    boolean isRetried = false;
    try {
      detection.handle(
          new PhotoUpload(id, photo, Optional.empty(), NOW.minus(age), NOW.minus(age)));
    } catch (RuntimeException expected) {
      isRetried = true;
    }
    List<String> calls = new ArrayList<>(stores.calls());
    if (isRetried) {
      calls.add("retry");
    }
    return String.join(", ", calls);
  }

  private static Claim claim(String name) {
    if (name == null) {
      return Claim.NONE;
    }
    return name.equals("CREATED")
        ? new Claim(MoodTransition.CURRENT, Optional.of("state"), 0)
        : Claim.of(MoodTransition.valueOf(name));
  }
}

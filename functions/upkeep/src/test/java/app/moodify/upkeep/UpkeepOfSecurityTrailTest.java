package app.moodify.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.person.SecurityEvent;
import app.moodify.core.person.SecurityEvent.Kind;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What happened with accounts. */
class UpkeepOfSecurityTrailTest extends UpkeepInFramework {
  private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));

  @Test
  void whatPeopleDoPastAllFunctionsIsFoundInAccountsThatWereUsedLately() throws Exception {
    accounts().add("ada", false, YESTERDAY, NOW.minus(Duration.ofMinutes(119)));
    accounts().add("grace", false, YESTERDAY, NOW.minus(Duration.ofMinutes(121)));
    consent("ada", true, NOW.minusSeconds(20));
    consent("ada", false, NOW.minusSeconds(10));

    run(clock());
    run(clock());

    assertThat(kinds("ada"))
        .containsExactly(Kind.CONSENT_WITHDRAWN, Kind.CONSENT_GIVEN, Kind.SIGN_UP);
    assertThat(kinds("grace")).isEmpty();
  }

  @Test
  void moreConsentsThanALookTakesUpComeWithTheNext() throws Exception {
    accounts().add("ada", false, Instant.EPOCH, NOW);
    for (int i = 0; i < 130; i++) {
      consent("ada", i % 2 == 0, NOW.minusSeconds(i));
    }

    run(clock());
    assertThat(kinds("ada")).hasSize(100);
    run(clock());

    assertThat(kinds("ada")).hasSize(130);
  }

  @Test
  void eventsGoAfterNinetyDaysWhateverBecameOfTheAccount() throws Exception {
    trail(clock()).record("nobody", Kind.ERASURE_ENDED);

    run(after(Duration.ofDays(90).minusSeconds(1)));
    assertThat(events()).hasSize(1);
    run(after(Duration.ofDays(90).plusSeconds(1)));

    assertThat(events()).isEmpty();
  }

  @Test
  void anErasureIsInTheTrailOnceAndThatDoesNotSayWhose() throws Exception {
    accounts().add("ada", false, YESTERDAY, NOW);
    cloud().erasures().begin("ada", TEN_MINUTES_AGO);

    run(clock());
    run(after(Duration.ofMinutes(71)));

    assertThat(cloud().erasures().isOpen("ada")).isFalse();
    assertThat(kinds("ada")).containsExactly(Kind.ERASURE_ENDED, Kind.ERASURE_BEGUN);
    assertThat(events())
        .extracting(event -> event.getId() + event.getData())
        .noneMatch(event -> event.contains("ada"));
    assertThat(cloud().personalDocuments().isEmpty("ada")).isTrue();
  }

  private List<Kind> kinds(String uid) {
    return cloud().securityEvents().newest(uid, Instant.EPOCH, 1000).stream()
        .map(SecurityEvent::kind)
        .toList();
  }

  private static List<QueryDocumentSnapshot> events() throws Exception {
    return firestore().collection("securityEvents").get().get().getDocuments();
  }

  private static void consent(String uid, boolean given, Instant at) throws Exception {
    firestore()
        .collection("users/" + uid + "/consents")
        .add(Map.of("given", given, "version", 1, "at", timestamp(at)))
        .get();
  }

  private Clock after(Duration time) {
    return Clock.offset(clock(), time);
  }
}

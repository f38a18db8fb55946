package app.moodify.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.person.ProfileStore;
import app.moodify.core.person.SecurityEvent;
import app.moodify.core.person.SecurityEvent.Kind;
import com.google.gson.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happened with an account, and that it is recorded. */
class ApiSecurityEventsTest extends ApiInFramework {
  private static final Instant YESTERDAY = NOW.minus(Duration.ofDays(1));

  @ParameterizedTest
  @CsvSource({"false, sign_up password", "true, guest_started"})
  void itBeginsWithHowTheAccountWasOpened(boolean anonymous, String begun) {
    accounts().add("ada", anonymous, YESTERDAY, NOW);

    assertThat(events()).containsExactly(begun + " 2026-11-21T12:00:00Z");
    assertThat(events()).as("asked again").hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"7775999, 1", "7776001, 0"})
  void anAccountThatIsOlderThanNinetyDaysHasNoBeginning(long seconds, int events) {
    accounts().add("ada", false, NOW.minusSeconds(seconds), NOW);

    assertThat(events()).hasSize(events);
  }

  @Test
  void waysToSignInThatComeAndGoAreNoticed() {
    accounts().add("ada", true, Instant.EPOCH, NOW);
    assertThat(events()).isEmpty();

    accounts().signsInWith("ada", "password");
    events();
    clock().advance(Duration.ofHours(1));
    accounts().signsInWith("ada", "google.com", "password");
    events();
    clock().advance(Duration.ofHours(1));
    accounts().signsInWith("ada", "google.com");

    assertThat(events())
        .containsExactly(
            "sign_in_method_removed password 2026-11-22T14:00:00Z",
            "sign_in_method_added google.com 2026-11-22T13:00:00Z",
            "sign_in_method_added password 2026-11-22T12:00:00Z");
  }

  @Test
  void consentsAreFoundWhoeverRecordedThem() {
    securityEvents().consent("ada", true, YESTERDAY);
    securityEvents().consent("ada", false, YESTERDAY.plusSeconds(1));

    assertThat(events())
        .containsExactly(
            "consent_withdrawn 2026-11-21T12:00:01Z", "consent_given 2026-11-21T12:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({"true, consent_given", "false, consent_withdrawn"})
  void aConsentThatAProgramRecordsIsThereAtOnce(boolean given, String kind) {
    send(
        request("POST", "consents")
            .method(
                "POST",
                BodyPublishers.ofString(
                    "{\"given\": %s, \"version\": %d}".formatted(given, ProfileStore.NOTICE))));

    assertThat(events()).containsExactly(kind + " 2026-11-22T12:00:00Z");
  }

  @Test
  void anExportIsRecordedBeforeItIsHandedOut() {
    securityEvents().down(true);
    HttpResponse<String> refused = ask("GET", "export");
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("content-disposition")).isEmpty();

    securityEvents().down(false);
    assertThat(ask("GET", "export").statusCode()).isEqualTo(200);

    assertThat(events()).containsExactly("export_requested 2026-11-22T12:00:00Z");
  }

  @Test
  void theEndOfAllSessionsIsRecordedEvenIfItFailsThen() {
    accounts().down(true);
    assertThat(ask("POST", "sign-out-everywhere").statusCode()).isEqualTo(503);
    accounts().down(false);

    assertThat(events()).containsExactly("signed_out_everywhere 2026-11-22T12:00:00Z");
  }

  @Test
  void anErasureIsRecordedWithItsBeginningItsEndAndWhatCameJustBefore() {
    accounts().add("ada", false, YESTERDAY, NOW);
    securityEvents().consent("ada", true, NOW.minusSeconds(1));
    documents().erasingTakes(Duration.ofSeconds(3));

    assertThat(ask("DELETE", "account").statusCode()).isEqualTo(202);
    assertThat(ask("DELETE", "account").statusCode()).isEqualTo(200);

    assertThat(securityEvents().all("ada"))
        .extracting(SecurityEvent::kind)
        .containsExactly(Kind.SIGN_UP, Kind.CONSENT_GIVEN, Kind.ERASURE_BEGUN, Kind.ERASURE_ENDED);
  }

  @Test
  void nobodySeesWhatHappenedToSomebodyElse() {
    accounts().add("grace", false, YESTERDAY, NOW);
    securityEvents().add("grace", new SecurityEvent(Kind.EXPORT_REQUESTED, YESTERDAY));

    assertThat(events()).isEmpty();
  }

  @Test
  void theNewestHundredAreShown() {
    for (int i = 0; i < 120; i++) {
      securityEvents().add("ada", new SecurityEvent(Kind.EXPORT_REQUESTED, NOW.minusSeconds(i)));
    }

    assertThat(events())
        .hasSize(100)
        .startsWith("export_requested 2026-11-22T12:00:00Z")
        .endsWith("export_requested 2026-11-22T11:58:21Z");
  }

  /** What is shown, as lines: what happened, the way to sign in if it is about one, and when. */
  private List<String> events() {
    HttpResponse<String> answer = ask("GET", "security-events");
    assertThat(answer.statusCode()).isEqualTo(200);
    return StreamSupport.stream(json(answer).getAsJsonArray("events").spliterator(), false)
        .map(event -> line(event.getAsJsonObject()))
        .toList();
  }

  private static String line(JsonObject event) {
    String method = event.has("method") ? event.get("method").getAsString() + " " : "";
    return event.get("kind").getAsString() + " " + method + event.get("at").getAsString();
  }
}

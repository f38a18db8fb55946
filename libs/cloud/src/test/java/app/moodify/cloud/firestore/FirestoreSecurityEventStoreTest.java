package app.moodify.cloud.firestore;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.cloud.client.Clients;
import app.moodify.cloud.client.Settings;
import app.moodify.core.person.SecurityEvent;
import app.moodify.core.person.SecurityEvent.Kind;
import app.moodify.core.person.SecurityEventStore;
import app.moodify.core.person.SecurityEventStore.Consent;
import app.moodify.core.person.SecurityEventStore.Observation;
import app.moodify.core.person.SecurityEventStore.Observer;
import app.moodify.core.person.SecurityEventStore.Seen;
import app.moodify.testing.FirestoreEmulator;
import com.google.cloud.Timestamp;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.QueryDocumentSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each test has a person of its own, in the Firestore emulator. */
class FirestoreSecurityEventStoreTest {
  @RegisterExtension static final FirestoreEmulator EMULATOR = new FirestoreEmulator();

  private static final Instant NOW = Instant.parse("2026-12-01T12:00:00.123456Z");
  private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(90));
  private static final String KEY = "a key of this test, and of nothing else";

  @AutoClose private static Firestore firestore;
  private static SecurityEventStore store;

  private final String uid = UUID.randomUUID().toString();

  @BeforeAll
  static void connect() {
    firestore = Clients.firestore(Settings.of(EMULATOR.environment()));
    store = new FirestoreSecurityEventStore(() -> firestore, KEY);
  }

  @Test
  void anEventIsKeptOnceHoweverOftenItIsAdded() {
    SecurityEvent event = new SecurityEvent(Kind.SIGN_UP, Optional.of("password"), NOW);

    store.add(uid, event);
    store.add(uid, event);
    store.add(uid, new SecurityEvent(Kind.SIGN_UP, Optional.of("google.com"), NOW));

    assertThat(store.newest(uid, LONG_AGO, 10))
        .extracting(SecurityEvent::method)
        .containsExactlyInAnyOrder(Optional.of("password"), Optional.of("google.com"));
  }

  @Test
  void aPersonsEventsAreTheirOwnTheNewestFirst() {
    String other = UUID.randomUUID().toString();
    for (int i = 0; i < 5; i++) {
      store.add(uid, new SecurityEvent(Kind.EXPORT_REQUESTED, NOW.plusSeconds(i)));
      store.add(other, new SecurityEvent(Kind.SIGNED_OUT_EVERYWHERE, NOW.plusSeconds(i)));
    }

    assertThat(store.newest(uid, NOW.plusSeconds(1), 2))
        .containsExactly(
            new SecurityEvent(Kind.EXPORT_REQUESTED, NOW.plusSeconds(4)),
            new SecurityEvent(Kind.EXPORT_REQUESTED, NOW.plusSeconds(3)));
    assertThat(store.newest(uid, NOW.plusSeconds(3), 10)).hasSize(1);
  }

  @Test
  void nothingOfAnEventTellsWhoseItIsWithoutTheKey() throws Exception {
    SecurityEvent event = new SecurityEvent(Kind.CONSENT_GIVEN, NOW.plusSeconds(77));
    store.add(uid, event);

    QueryDocumentSnapshot document =
        firestore
            .collection("securityEvents")
            .whereEqualTo("at", Documents.timestamp(event.at()))
            .get()
            .get()
            .getDocuments()
            .get(0);
    assertThat(document.getId() + document.getData()).doesNotContain(uid);
    assertThat(document.getData().keySet())
        .containsExactlyInAnyOrder("subject", "kind", "at", "expiresAt");
    assertThat(Documents.instant(document.getTimestamp("expiresAt")))
        .isEqualTo(event.at().plus(SecurityEvent.KEPT_FOR));
    assertThat(
            new FirestoreSecurityEventStore(() -> firestore, KEY + ".").newest(uid, LONG_AGO, 10))
        .isEmpty();
  }

  @Test
  void aLookSeesWhatTheOneBeforeHasSeenAndTheConsentsSince() throws Exception {
    consent("first", true, NOW);
    consent("second", false, NOW.plusSeconds(1));
    Seen seen = new Seen(List.of("google.com", "password"), Optional.of(NOW));
    SecurityEvent event = new SecurityEvent(Kind.CONSENT_GIVEN, NOW);

    store.observe(
        uid,
        (before, consents) -> {
          assertThat(before).isEmpty();
          assertThat(consents)
              .containsExactly(new Consent(true, NOW), new Consent(false, NOW.plusSeconds(1)));
          return Optional.of(new Observation(seen, List.of(event)));
        });

    assertThat(store.newest(uid, LONG_AGO, 10)).containsExactly(event);
    store.observe(
        uid,
        (before, consents) -> {
          assertThat(before).contains(seen);
          assertThat(consents).containsExactly(new Consent(false, NOW.plusSeconds(1)));
          return Optional.empty();
        });
  }

  // Sixty calls of one person's at once are within what the service lets through.
  @Test
  @Timeout(30)
  void ofManyLooksAtOnceOneFindsAChange() throws Exception {
    lookAtOnce(60, i -> change("password", NOW.plusMillis(i)));
    assertThat(store.newest(uid, LONG_AGO, 100)).hasSize(1);

    lookAtOnce(60, i -> change("google.com", NOW.plusMillis(i)));
    assertThat(store.newest(uid, LONG_AGO, 100)).hasSize(2);
  }

  @Test
  void aLookThatFindsNothingNewWritesNothing() throws Exception {
    store.observe(uid, change("password", NOW));
    DocumentReference known = firestore.document("users/%s/securityTrail/seen".formatted(uid));
    Timestamp written = known.get().get().getUpdateTime();

    store.observe(uid, change("password", NOW.plusSeconds(1)));

    assertThat(known.get().get().getUpdateTime()).isEqualTo(written);
    assertThat(store.newest(uid, LONG_AGO, 10)).hasSize(1);
  }

  /** All looks are under way before the first has found anything. */
  private void lookAtOnce(int count, IntFunction<Observer> observers) throws Exception {
    CyclicBarrier together = new CyclicBarrier(count);
    ExecutorService threads = Executors.newFixedThreadPool(count);
    List<Future<?>> looks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Observer observer = observers.apply(i);
      looks.add(
          threads.submit(
              () -> {
                together.await();
                store.observe(uid, observer);
                return null;
              }));
    }
    for (Future<?> look : looks) {
      look.get();
    }
    threads.shutdown();
  }

  private static Observer change(String method, Instant noticed) {
    Seen now = new Seen(List.of(method), Optional.empty());
    return (before, consents) ->
        before.equals(Optional.of(now))
            ? Optional.empty()
            : Optional.of(new Observation(now, List.of(new SecurityEvent(Kind.SIGN_UP, noticed))));
  }

  @Test
  void nothingIsWrittenOfSomebodyWhoIsBeingErased() throws Exception {
    new FirestoreErasureLog(() -> firestore).begin(uid, NOW);

    store.observe(uid, change("password", NOW));

    assertThat(store.newest(uid, LONG_AGO, 10)).isEmpty();
    assertThat(new FirestorePersonalDocuments(() -> firestore).isEmpty(uid)).isTrue();
  }

  @Test
  void anErasureThatIsNotedAlreadyBeganWhenItIsNoted() {
    FirestoreErasureLog log = new FirestoreErasureLog(() -> firestore);

    assertThat(log.begin(uid, NOW)).isEqualTo(NOW);
    assertThat(log.begin(uid, NOW.plusSeconds(60))).isEqualTo(NOW);
  }

  private void consent(String id, boolean given, Instant at) throws Exception {
    firestore
        .document("users/%s/consents/%s".formatted(uid, id))
        .set(Map.of("given", given, "version", 1, "at", Documents.timestamp(at)))
        .get();
  }
}

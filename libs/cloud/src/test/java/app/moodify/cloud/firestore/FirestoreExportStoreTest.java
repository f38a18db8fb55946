package app.moodify.cloud.firestore;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.cloud.client.Clients;
import app.moodify.cloud.client.Settings;
import app.moodify.core.person.ExportId;
import app.moodify.core.person.ExportStore;
import app.moodify.core.person.ExportStore.Requested;
import app.moodify.testing.FirestoreEmulator;
import com.google.cloud.firestore.Firestore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each test has a person of its own, in the Firestore emulator. */
class FirestoreExportStoreTest {
  @RegisterExtension static final FirestoreEmulator EMULATOR = new FirestoreEmulator();

  private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofHours(1));

  @AutoClose private static Firestore firestore;
  private static ExportStore store;

  private final String uid = UUID.randomUUID().toString();

  @BeforeAll
  static void connect() {
    firestore = Clients.firestore(Settings.of(EMULATOR.environment()));
    store = new FirestoreExportStore(() -> firestore);
  }

  @Test
  void ofManyRequestsAtOnceOneBeginsAnExport() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<Requested>> requests = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      requests.add(threads.submit(() -> store.begin(uid, NOW, LATER)));
    }
    List<Requested> answers = new ArrayList<>();
    for (Future<Requested> request : requests) {
      answers.add(request.get());
    }
    threads.shutdown();

    assertThat(answers).extracting(Requested::id).containsOnly(answers.get(0).id());
    assertThat(answers).filteredOn(Requested::begun).hasSize(1);
  }

  @Test
  void whatIsOverOrThereKeepsNobodyFromBeginningAnother() {
    ExportId over = store.begin(uid, NOW, LATER).id();
    assertThat(store.isOpen(over, NOW)).isTrue();
    assertThat(store.isOpen(over, LATER)).isFalse();

    Requested second = store.begin(uid, LATER, LATER.plusSeconds(60));
    assertThat(second.begun()).isTrue();
    assertThat(store.finish(second.id(), 7, LATER.plusSeconds(60))).isTrue();
    assertThat(store.isOpen(second.id(), LATER)).isFalse();

    assertThat(store.begin(uid, LATER, LATER.plusSeconds(60)).begun()).isTrue();
  }

  @Test
  void whatIsGoneCannotBeFinished() {
    ExportId id = store.begin(uid, NOW, LATER).id();
    store.delete(id);

    assertThat(store.finish(id, 7, LATER)).isFalse();
  }
}

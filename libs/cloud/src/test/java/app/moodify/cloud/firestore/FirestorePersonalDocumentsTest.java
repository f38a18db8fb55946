package app.moodify.cloud.firestore;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.cloud.client.Clients;
import app.moodify.cloud.client.Settings;
import app.moodify.core.Batch;
import app.moodify.core.person.Erased;
import app.moodify.core.person.PersonalDocuments;
import app.moodify.testing.FirestoreEmulator;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.WriteBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each test has a person of its own, in the Firestore emulator. */
class FirestorePersonalDocumentsTest {
  @RegisterExtension static final FirestoreEmulator EMULATOR = new FirestoreEmulator();

  private static final int ENTRIES = 500;

  @AutoClose private static Firestore firestore;
  private static PersonalDocuments documents;

  private final String uid = UUID.randomUUID().toString();

  @BeforeAll
  static void connect() {
    firestore = Clients.firestore(Settings.of(EMULATOR.environment()));
    documents = new FirestorePersonalDocuments(() -> firestore);
  }

  @Test
  void fiveHundredEntriesWithTheirMusicAreErasedInOneCall() throws Exception {
    fill("moods", ENTRIES);
    fill("playlists", ENTRIES);
    fill("feedback", ENTRIES);
    firestore.document("users/" + uid).set(Map.of("language", "en")).get();
    assertThat(documents.count(uid)).isEqualTo(3 * ENTRIES + 1);

    Erased erased = documents.erase(uid, Duration.ofMinutes(1));

    assertThat(erased).isEqualTo(new Erased(3 * ENTRIES + 1, true));
    assertThat(documents.isEmpty(uid)).isTrue();
    assertThat(documents.count(uid)).isZero();
  }

  @Test
  void whatDoesNotFitIntoTheTimeIsLeftToTheNextCall() throws Exception {
    fill("moods", ENTRIES);
    fill("playlists", ENTRIES);

    int calls = 0;
    int deleted = 0;
    Erased last;
    do {
      last = documents.erase(uid, Duration.ofMillis(50));
      deleted += last.deleted();
      assertThat(documents.count(uid)).isEqualTo(2 * ENTRIES - deleted);
      calls++;
    } while (!last.nothingLeft() && calls < 100);

    assertThat(last.nothingLeft()).isTrue();
    assertThat(deleted).isEqualTo(2 * ENTRIES);
  }

  @Test
  void noTimeErasesNothing() throws Exception {
    fill("moods", 3);

    assertThat(documents.erase(uid, Duration.ofSeconds(-1))).isEqualTo(new Erased(0, false));
    assertThat(documents.count(uid)).isEqualTo(3);
  }

  @Test
  void whatLiesBelowDocumentsThatAreNotThereGoesToo() throws Exception {
    firestore.document("users/" + uid + "/attic/box/letters/first").set(Map.of("n", 1)).get();

    assertThat(documents.erase(uid, Duration.ofMinutes(1)).nothingLeft()).isTrue();
    assertThat(documents.isEmpty(uid)).isTrue();
  }

  @Test
  void peopleAreListedBatchByBatchWhetherOrNotTheyHaveAProfile() throws Exception {
    WriteBatch batch = firestore.batch();
    for (int i = 0; i < 60; i++) {
      batch.set(firestore.document("users/a%s%02d".formatted(uid, i)), Map.of("language", "en"));
      batch.set(firestore.document("users/b%s%02d/a/b".formatted(uid, i)), Map.of("n", 1));
    }
    batch.commit().get();

    List<String> people = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    int batches = 0;
    do {
      Batch<String> next = documents.people(cursor);
      people.addAll(next.items());
      cursor = next.next();
      batches++;
    } while (cursor.isPresent());

    assertThat(batches).isGreaterThan(1);
    assertThat(people).doesNotHaveDuplicates();
    assertThat(people).filteredOn(id -> id.contains(uid)).hasSize(120);
  }

  private void fill(String collection, int count) throws Exception {
    WriteBatch batch = firestore.batch();
    for (int i = 0; i < count; i++) {
      batch.set(
          firestore.document("users/%s/%s/%05d".formatted(uid, collection, i)),
          Map.of("status", "ready", "number", i));
    }
    batch.commit().get();
  }
}

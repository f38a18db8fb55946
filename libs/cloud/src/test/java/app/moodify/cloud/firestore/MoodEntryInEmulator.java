package app.moodify.cloud.firestore;

import app.moodify.cloud.client.Clients;
import app.moodify.cloud.client.Settings;
import app.moodify.core.mood.EmotionScores;
import app.moodify.core.mood.FaceBox;
import app.moodify.core.mood.MoodId;
import app.moodify.core.mood.MoodStatus;
import app.moodify.core.mood.MoodStore;
import app.moodify.core.mood.PhotoAnalysis;
import app.moodify.core.mood.PhotoReference;
import app.moodify.core.mood.Verdict;
import app.moodify.testing.FirestoreEmulator;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.Firestore;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A mood entry of its own for each test, in the Firestore emulator. */
abstract class MoodEntryInEmulator {
  @RegisterExtension static final FirestoreEmulator EMULATOR = new FirestoreEmulator();

  static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  static final Instant LATER = NOW.plusSeconds(1);
  static final Verdict HAPPY = Verdict.of(analysis(0.02, 0.0, 0.03, 0.9, 0.0, 0.0, 0.05));
  static final Verdict SAD = Verdict.of(analysis(0.0, 0.0, 0.1, 0.0, 0.9, 0.0, 0.0));

  @AutoClose private static Firestore firestore;
  private static MoodStore moods;

  private final MoodId id = new MoodId("ada", UUID.randomUUID().toString());

  @BeforeAll
  static void connect() {
    firestore = Clients.firestore(Settings.of(EMULATOR.environment()));
    moods = new FirestoreMoodStore(() -> firestore);
  }

  MoodId id() {
    return id;
  }

  static MoodStore moods() {
    return moods;
  }

  PhotoReference photo(long generation) {
    return new PhotoReference(
        "bucket", "photos/ada/" + id.moodId(), generation, 1234, "image/jpeg");
  }

  DocumentReference reference() {
    return Documents.mood(firestore, id);
  }

  Map<String, Object> fields() throws Exception {
    return reference().get().get().getData();
  }

  private static PhotoAnalysis analysis(double... scores) {
    return new PhotoAnalysis(
        MoodStatus.READY,
        1,
        Optional.of(new FaceBox(10, 20, 30, 40)),
        Optional.of(EmotionScores.of(scores)),
        new PhotoAnalysis.Times(1, 2, 3, 6),
        "test-1");
  }
}

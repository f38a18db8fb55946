package app.moodify.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.cloud.Cloud;
import app.moodify.cloud.client.Clients;
import app.moodify.cloud.client.Settings;
import app.moodify.core.person.ExportId;
import app.moodify.core.upkeep.UpkeepStore;
import app.moodify.privacy.Erasure;
import app.moodify.privacy.Export;
import app.moodify.privacy.SecurityTrail;
import app.moodify.privacy.StoredExports;
import app.moodify.testing.FakeAccountStore;
import app.moodify.testing.FakeExportFiles;
import app.moodify.testing.FakePhotoStore;
import app.moodify.testing.FirestoreEmulator;
import app.moodify.testing.FunctionServer;
import app.moodify.testing.SavedEvent;
import app.moodify.upkeep.Upkeep.Job;
import com.google.cloud.Timestamp;
import com.google.cloud.firestore.Firestore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Upkeep in the functions framework, with Firestore on its emulator and the rest in memory. */
abstract class UpkeepInFramework {
  @RegisterExtension static final FirestoreEmulator EMULATOR = new FirestoreEmulator();

  /** What Cloud Scheduler's message comes as, through Pub/Sub and Eventarc. */
  static final SavedEvent SCHEDULED = SavedEvent.read("upkeep-published.json");

  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  static final Instant TEN_MINUTES_AGO = NOW.minus(Duration.ofMinutes(10));
  static final Instant A_MONTH_AGO = NOW.minus(Duration.ofDays(31));

  @AutoClose private static Firestore firestore;
  @AutoClose private static Cloud cloud;

  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final FakePhotoStore photos = new FakePhotoStore();
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final FakeExportFiles exportFiles = new FakeExportFiles();
  private final FakeAccountStore accounts = new FakeAccountStore();

  @BeforeAll
  static void start() {
    firestore = Clients.firestore(Settings.of(EMULATOR.environment()));
    cloud = new Cloud(Settings.of(EMULATOR.environment()));
  }

  @BeforeEach
  void clear() throws Exception {
    for (String collection :
        new String[] {
          "users", "catalogueCache", "rateLimits", "securityEvents", "upkeep", "erasures", "orphans"
        }) {
      firestore.recursiveDelete(firestore.collection(collection)).get();
    }
  }

  void run(Clock at) {
    run(at, Duration.ofMinutes(1));
  }

  void run(Clock at, Duration timeout) {
    UpkeepStore store = cloud.upkeep();
    Erasure erasure = erasure(at);
    Map<String, Job> jobs = new LinkedHashMap<>();
    jobs.put("stuck", new StuckMoods(store, photos, photos, PATIENCE, at));
    jobs.put("unread", new UnreadPhotos(store, photos, cloud.moods(), PATIENCE, at));
    jobs.put("playlists", new MissingPlaylists(store, cloud.playlists(), PATIENCE, at));
    jobs.put("unkept", new UnkeptMoods(store, photos, at));
    jobs.put("erasures", new PendingErasures(cloud.erasures(), erasure, at));
    jobs.put("documents", new ExpiredDocuments(store, at));
    jobs.put("photos", new ExpiredPhotos(store, photos, photos, at));
    jobs.put("orphaned", new OrphanedPhotos(store, photos, photos, cloud.moods(), at));
    jobs.put("data", orphanedData(at));
    jobs.put("exports", new ExpiredExports(exports(at)));
    jobs.put("changes", new AccountChanges(store, accounts, trail(at), at));
    jobs.put("accounts", new AbandonedAccounts(store, accounts, erasure, at));
    send(new Upkeep(jobs, id -> false, at, timeout), SCHEDULED);
  }

  Job orphanedData(Clock at) {
    return new OrphanedData(
        cloud.upkeep(),
        cloud.orphans(),
        accounts,
        cloud.personalDocuments(),
        photos,
        erasure(at),
        at);
  }

  SecurityTrail trail(Clock at) {
    return new SecurityTrail(accounts, cloud.securityEvents(), at);
  }

  private Erasure erasure(Clock at) {
    return new Erasure(
        accounts,
        cloud.personalDocuments(),
        photos,
        cloud.erasures(),
        trail(at),
        at,
        Duration.ZERO);
  }

  /** Has an export written, as the message does that asks for it. */
  void export(Clock at, SavedEvent event) {
    Export export = new Export(accounts, cloud.personalDocuments(), photos, trail(at), at);
    Predicate<ExportId> writer = id -> exports(at).write(id, export);
    send(new Upkeep(Map.of(), writer, at, Duration.ofMinutes(1)), event);
  }

  private static void send(Upkeep upkeep, SavedEvent event) {
    try (FunctionServer server = FunctionServer.of(upkeep)) {
      assertThat(server.send(event)).isEqualTo(200);
    }
  }

  StoredExports exports(Clock at) {
    return new StoredExports(cloud.exports(), exportFiles, exportFiles, at);
  }

  FakeExportFiles exportFiles() {
    return exportFiles;
  }

  static void mood(String moodId, Instant updatedAt, long generation) throws Exception {
    firestore
        .document("users/ada/moods/" + moodId)
        .set(
            Map.of(
                "status",
                "analyzing",
                "source",
                "photo",
                "updatedAt",
                timestamp(updatedAt),
                "photo",
                Map.of("path", "photos/ada/" + moodId, "generation", generation, "size", 3)))
        .get();
  }

  static void kept(String moodId, long generation) throws Exception {
    mood(moodId, NOW, generation);
    firestore
        .document("users/ada/moods/" + moodId)
        .update("status", "ready", "photo.kept", true, "photo.path", "kept/ada/" + moodId)
        .get();
  }

  /** An entry without a face, which nobody has kept yet. */
  static void unkept(String moodId, Instant expiresAt) throws Exception {
    mood(moodId, A_MONTH_AGO, 7);
    firestore
        .document("users/ada/moods/" + moodId)
        .update("status", "no_face", "expiresAt", timestamp(expiresAt))
        .get();
  }

  static void expiring(String path, Instant at) throws Exception {
    firestore.document(path).set(Map.of("expiresAt", timestamp(at))).get();
  }

  static Map<String, Object> fields(String moodId) throws Exception {
    return firestore.document("users/ada/moods/" + moodId).get().get().getData();
  }

  static Timestamp timestamp(Instant at) {
    return Timestamp.ofTimeSecondsAndNanos(at.getEpochSecond(), at.getNano());
  }

  static Firestore firestore() {
    return firestore;
  }

  static Cloud cloud() {
    return cloud;
  }

  Clock clock() {
    return clock;
  }

  FakePhotoStore photos() {
    return photos;
  }

  FakeAccountStore accounts() {
    return accounts;
  }
}

package app.moodify.stack;

import app.moodify.core.photo.UploadedPhotos;
import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Copies of the photos that were uploaded since the last snapshot: what it takes to read them again
 * when the emulators die, which keep everything in memory. Each comes with the account and the
 * profile of its person, without which it would not be read. Thread-safe.
 */
final class UploadJournal implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(UploadJournal.class.getName());

  private static final String PHOTOS = "photos/";
  private static final Gson GSON = new Gson();

  /** As many are remembered, the latest. */
  private static final int MAX_PEOPLE = 1_000;

  private final Path folder;
  private final EmulatorData emulators;
  private final Clock clock;

  /** By their ids; of the writer's thread only. */
  private final Map<String, Person> people =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Person> eldest) {
          return size() > MAX_PEOPLE;
        }
      };

  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "upload-journal");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * An upload as it lies in the folder.
   *
   * @param object its resource, as in the event
   * @param photo its bytes in base64
   * @param account of the person, as the Auth emulator exports it; null if there is none
   * @param profile the person's document in Firestore; null if there is none
   */
  private record Upload(JsonObject object, String photo, JsonObject account, JsonObject profile) {}

  /** What of a person is copied with an upload; either is null if there is none. */
  private record Person(JsonObject account, JsonObject profile) {}

  /** Something to ask an emulator. */
  private interface Question {
    Optional<JsonObject> ask() throws IOException;
  }

  /**
   * Opens the journal with what an earlier run left in it.
   *
   * @param folder made when it is needed
   */
  UploadJournal(Path folder, EmulatorData emulators, Clock clock) {
    this.folder = folder;
    this.emulators = emulators;
    this.clock = clock;
  }

  /**
   * Copies an object that was uploaded, if it is a photo. Returns once its bytes are read: whoever
   * reads the photo deletes it, and what came of it is in memory only.
   *
   * @param resource of the object, as JSON
   */
  void add(byte[] resource) {
    JsonObject object =
        GSON.fromJson(new String(resource, StandardCharsets.UTF_8), JsonObject.class);
    if (!object.get("name").getAsString().startsWith(PHOTOS)) {
      return;
    }
    try {
      byte[] photo = emulators.bytes(object);
      writer.execute(() -> write(object, photo));
    } catch (IOException | RejectedExecutionException e) {
      // Deleted by its person meanwhile, or the emulators are gone, or the run stops.
      LOG.log(Level.FINE, "An upload was not copied", e);
    }
  }

  private void write(JsonObject object, byte[] photo) {
    Person person = person(uidOf(object));
    Upload upload =
        new Upload(
            object, Base64.getEncoder().encodeToString(photo), person.account(), person.profile());
    String name = "%013d-%s".formatted(clock.millis(), keyOf(object));
    try {
      Files.createDirectories(folder);
      Path unfinished = folder.resolve(name + ".unfinished");
      Files.writeString(unfinished, GSON.toJson(upload));
      move(unfinished, folder.resolve(name + ".json"));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "An upload could not be copied; is the disk full?", e);
    }
  }

  /** As the emulators know the person, or knew them last if one of them is dead. */
  private Person person(String uid) {
    Person before = people.getOrDefault(uid, new Person(null, null));
    Person now =
        new Person(
            askedOr(before.account(), () -> emulators.account(uid)),
            askedOr(before.profile(), () -> emulators.document("users/" + uid)));
    people.put(uid, now);
    return now;
  }

  private static JsonObject askedOr(JsonObject before, Question question) {
    try {
      return question.ask().orElse(null);
    } catch (IOException e) {
      LOG.log(Level.FINE, "An emulator does not answer", e);
      return before;
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to);
    }
  }

  /** The uploads in it, the oldest first. */
  List<Path> entries() throws IOException {
    return entries(folder);
  }

  /** The uploads in a journal that nobody has opened. */
  static List<Path> entries(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  /** Forgets uploads whose outcome is kept. */
  static void drop(Collection<Path> entries) throws IOException {
    for (Path entry : entries) {
      Files.deleteIfExists(entry);
    }
  }

  /**
   * Uploads again what the emulators do not know, or know as unfinished, and gives its people back.
   *
   * @return how many photos are read again
   */
  int restore() throws IOException {
    // What is restored is an upload, too, and copied anew beside its old copy.
    Map<String, Path> newest = new LinkedHashMap<>();
    entries().forEach(entry -> newest.put(keyOf(entry), entry));
    int restored = 0;
    for (Path entry : newest.values()) {
      Upload upload = GSON.fromJson(Files.readString(entry), Upload.class);
      if (upload.account() != null) {
        emulators.putAccount(upload.account());
      }
      if (upload.profile() != null) {
        emulators.putDocument(upload.profile());
      }
      String name = upload.object().get("name").getAsString();
      if (!emulators.isFinished(
          uidOf(upload.object()), name.substring(name.lastIndexOf('/') + 1))) {
        emulators.upload(sentAgain(upload.object()), Base64.getDecoder().decode(upload.photo()));
        restored++;
      }
    }
    return restored;
  }

  /** A copy that says when the photo was uploaded first, as upkeep does: it counts once. */
  private static JsonObject sentAgain(JsonObject object) {
    JsonObject copy = object.deepCopy();
    if (!copy.has("metadata")) {
      copy.add("metadata", new JsonObject());
    }
    JsonObject metadata = copy.getAsJsonObject("metadata");
    if (!metadata.has(UploadedPhotos.UPLOADED_AT)) {
      metadata.add(UploadedPhotos.UPLOADED_AT, copy.get("timeCreated"));
    }
    return copy;
  }

  /** The same for each upload to one place; what follows the time in the name of a copy. */
  private static String keyOf(JsonObject object) {
    String name = object.get("name").getAsString();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String keyOf(Path entry) {
    String name = entry.getFileName().toString();
    return name.substring(name.indexOf('-') + 1);
  }

  private static String uidOf(JsonObject object) {
    return object.get("name").getAsString().split("/")[1];
  }

  @Override
  public void close() {
    writer.shutdownNow();
  }
}

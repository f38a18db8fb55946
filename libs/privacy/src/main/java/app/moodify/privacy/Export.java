package app.moodify.privacy;

import app.moodify.core.person.Account;
import app.moodify.core.person.AccountStore;
import app.moodify.core.person.PersonalDocuments;
import app.moodify.core.person.PersonalFiles;
import app.moodify.core.person.PersonalFiles.PersonalFile;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Hands a person everything that is kept of them, as one ZIP: {@code data.json}, {@code
 * photos/{moodId}.jpg} and {@code picture.jpg}. Thread-safe; keeps no more than a page of documents
 * and one file in memory.
 */
public final class Export {
  /** Listed even while there is nothing in them, so that one sees what there can be. */
  private static final TreeSet<String> COLLECTIONS =
      new TreeSet<>(
          List.of("feedback", "insights", "moods", "playlists", "savedPlaylists", "taste"));

  /** The types that the rules of the bucket let in most often; others get no ending. */
  private static final Map<String, String> ENDINGS =
      Map.of(
          "image/jpeg", ".jpg",
          "image/png", ".png",
          "image/webp", ".webp",
          "image/gif", ".gif",
          "image/heic", ".heic");

  private final AccountStore accounts;
  private final PersonalDocuments documents;
  private final PersonalFiles files;
  private final Clock clock;

  /** Takes the places that it reads. */
  public Export(
      AccountStore accounts, PersonalDocuments documents, PersonalFiles files, Clock clock) {
    this.accounts = accounts;
    this.documents = documents;
    this.files = files;
    this.clock = clock;
  }

  /**
   * Writes the ZIP.
   *
   * @throws IOException if it cannot be written
   * @throws app.moodify.core.ServiceUnavailableException if a store cannot be reached; what was
   *     written before is no whole ZIP then
   */
  public void write(String uid, OutputStream to) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
    zip.putNextEntry(new ZipEntry("data.json"));
    writeData(uid, zip);
    zip.closeEntry();
    Set<String> names = new HashSet<>();
    for (PersonalFile file : files.list(uid)) {
      String name = name(uid, file);
      // A photo that is being moved to where it is kept is in both places.
      if (names.add(name)) {
        zip.putNextEntry(new ZipEntry(name));
        files.copy(file, zip);
        zip.closeEntry();
      }
    }
    zip.finish();
  }

  private void writeData(String uid, OutputStream to) throws IOException {
    OutputStreamWriter text = new OutputStreamWriter(to, StandardCharsets.UTF_8);
    // Not closed: that would close the ZIP.
    JsonWriter json = new JsonWriter(text);
    json.setIndent("  ");
    json.beginObject();
    json.name("exportedAt").value(clock.instant().toString());
    json.name("account");
    writeAccount(json, accounts.find(uid));
    json.name("profile");
    PlainJson.write(json, documents.profile(uid).orElse(null));
    TreeSet<String> collections = new TreeSet<>(COLLECTIONS);
    collections.addAll(documents.collections(uid));
    for (String collection : collections) {
      json.name(collection).beginArray();
      documents.read(uid, collection, (id, fields) -> writeDocument(json, id, fields));
      json.endArray();
    }
    json.endObject();
    json.flush();
  }

  private static void writeDocument(JsonWriter json, String id, Map<String, Object> fields) {
    try {
      json.beginObject();
      json.name("id").value(id);
      for (Map.Entry<String, Object> field : fields.entrySet()) {
        // A field that is called so, too, is the same name in all that Moodify writes.
        if (!field.getKey().equals("id")) {
          json.name(field.getKey());
          PlainJson.write(json, field.getValue());
        }
      }
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeAccount(JsonWriter json, Optional<Account> found) throws IOException {
    if (found.isEmpty()) {
      json.nullValue();
      return;
    }
    Account account = found.get();
    json.beginObject();
    json.name("uid").value(account.uid());
    json.name("email").value(account.email().orElse(null));
    json.name("emailVerified").value(account.emailVerified());
    json.name("displayName").value(account.displayName().orElse(null));
    json.name("providers").beginArray();
    for (String provider : account.providers()) {
      json.value(provider);
    }
    json.endArray();
    json.name("createdAt").value(account.createdAt().toString());
    json.name("lastSeenAt").value(account.lastSeenAt().toString());
    json.endObject();
  }

  private static String name(String uid, PersonalFile file) {
    String ending = ENDINGS.getOrDefault(file.contentType(), "");
    String path = file.path();
    for (String photos : List.of("kept/" + uid + "/", "photos/" + uid + "/")) {
      if (path.startsWith(photos)) {
        return "photos/" + path.substring(photos.length()) + ending;
      }
    }
    return "picture" + path.substring(("pictures/" + uid).length()) + ending;
  }
}

package app.moodify.privacy;

import app.moodify.core.person.AccountStore;
import app.moodify.core.person.PersonalDocuments;
import app.moodify.core.person.PersonalFiles;
import app.moodify.core.person.PersonalFiles.PersonalFile;
import app.moodify.core.person.SecurityEvent;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonIOException;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Hands a person everything that is kept of them, as one ZIP: {@code data.json}, {@code
 * photos/{moodId}.jpg}, {@code picture.jpg} and, for reading, {@code README.html}. Thread-safe;
 * keeps no more in memory than a batch of documents, one file, and what the page shows: some lines
 * for each entry.
 */
public final class Export {
  /** Listed even while there is nothing in them, so that one sees what there can be. */
  private static final TreeSet<String> COLLECTIONS =
      new TreeSet<>(
          List.of("feedback", "insights", "moods", "playlists", "savedPlaylists", "taste"));

  /** More than anybody's days have; who gives and withdraws a consent all day gets the newest. */
  private static final int MOST_EVENTS = 10_000;

  /** The types that the rules of the bucket let in most often; others get no ending. */
  private static final Map<String, String> ENDINGS =
      Map.of(
          "image/jpeg", ".jpg",
          "image/png", ".png",
          "image/webp", ".webp",
          "image/gif", ".gif",
          "image/heic", ".heic");

  /** Times as ISO 8601, bytes as Base64, numbers that JSON does not have as text. */
  private static final Gson JSON =
      new GsonBuilder()
          .disableHtmlEscaping()
          .serializeNulls()
          .registerTypeAdapter(Instant.class, asText(Instant::toString))
          .registerTypeAdapter(byte[].class, asText(Base64.getEncoder()::encodeToString))
          .registerTypeAdapter(
              Double.class,
              (JsonSerializer<Double>)
                  (number, type, context) ->
                      Double.isFinite(number)
                          ? new JsonPrimitive(number)
                          : new JsonPrimitive(number.toString()))
          .registerTypeAdapter(
              Optional.class,
              (JsonSerializer<Optional<?>>)
                  (value, type, context) -> context.serialize(value.orElse(null)))
          .create();

  private final AccountStore accounts;
  private final PersonalDocuments documents;
  private final PersonalFiles files;
  private final SecurityTrail trail;
  private final Clock clock;

  /** Takes the places that it reads. */
  public Export(
      AccountStore accounts,
      PersonalDocuments documents,
      PersonalFiles files,
      SecurityTrail trail,
      Clock clock) {
    this.accounts = accounts;
    this.documents = documents;
    this.files = files;
    this.trail = trail;
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
    ReadablePage page = writeDataOrThrow(uid, zip);
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
    zip.putNextEntry(new ZipEntry("README.html"));
    page.write(clock.instant(), names, zip);
    zip.closeEntry();
    zip.finish();
  }

  /** Gson wraps what the stream says, such as that nobody reads any more. */
  private ReadablePage writeDataOrThrow(String uid, OutputStream to) throws IOException {
    try {
      return writeData(uid, to);
    } catch (JsonIOException e) {
      if (e.getCause() instanceof IOException refused) {
        throw refused;
      }
      throw e;
    }
  }

  /** Writes what programs read. Returns what people read of the same documents. */
  private ReadablePage writeData(String uid, OutputStream to) throws IOException {
    Optional<Map<String, Object>> profile = documents.profile(uid);
    ReadablePage page = new ReadablePage(profile.orElse(Map.of()));
    OutputStreamWriter text = new OutputStreamWriter(to, StandardCharsets.UTF_8);
    // Not closed: that would close the ZIP.
    JsonWriter json = new JsonWriter(text);
    json.setIndent("  ");
    json.beginObject();
    json.name("exportedAt").value(clock.instant().toString());
    json.name("account");
    JSON.toJson(accounts.find(uid), Optional.class, json);
    json.name("profile");
    JSON.toJson(profile, Optional.class, json);
    TreeSet<String> collections = new TreeSet<>(COLLECTIONS);
    collections.addAll(documents.collections(uid));
    for (String collection : collections) {
      json.name(collection).beginArray();
      documents.read(
          uid,
          collection,
          (id, fields) -> {
            writeDocument(json, id, fields);
            page.take(collection, id, fields);
          });
      json.endArray();
    }
    json.name("securityEvents").beginArray();
    trail.of(uid, MOST_EVENTS).forEach(event -> JSON.toJson(fields(event), Map.class, json));
    json.endArray();
    json.endObject();
    json.flush();
    return page;
  }

  private static void writeDocument(JsonWriter json, String id, Map<String, Object> fields) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", id);
    // A field that is called so, too, is the same name in all that Moodify writes.
    fields.forEach(document::putIfAbsent);
    JSON.toJson(document, Map.class, json);
  }

  private static Map<String, Object> fields(SecurityEvent event) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", event.kind().key());
    event.method().ifPresent(method -> fields.put("method", method));
    fields.put("at", event.at());
    return fields;
  }

  private static <T> JsonSerializer<T> asText(Function<T, String> text) {
    return (value, type, context) -> new JsonPrimitive(text.apply(value));
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

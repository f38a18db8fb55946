package app.moodify.stack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;

/** Reads and writes accounts, documents and objects of the emulators as their owner. */
final class EmulatorData {

  private static final MediaType JSON = MediaType.get("application/json");
  private static final MediaType RELATED = MediaType.get("multipart/related");

  /** The status of an entry whose photo is still to be read. */
  private static final String UNFINISHED = "analyzing";

  private final Http http;
  private final Ports ports;

  EmulatorData(Http http, Ports ports) {
    this.http = http;
    this.ports = ports;
  }

  /** The account with its password's hash, as it is exported; empty if there is none. */
  Optional<JsonObject> account(String uid) throws IOException {
    // Looking up one account leaves its hash out.
    Optional<JsonObject> all = http.get(accounts("accounts:batchGet?maxResults=-1"));
    if (all.isEmpty() || !all.get().has("users")) {
      return Optional.empty();
    }
    for (JsonElement user : all.get().getAsJsonArray("users")) {
      if (user.getAsJsonObject().get("localId").getAsString().equals(uid)) {
        return Optional.of(user.getAsJsonObject());
      }
    }
    return Optional.empty();
  }

  /** Makes an account as {@link #account} read it, unless it is there. */
  void putAccount(JsonObject account) throws IOException {
    JsonArray users = new JsonArray();
    users.add(account);
    JsonObject body = new JsonObject();
    body.add("users", users);
    http.post(accounts("accounts:batchCreate"), Http.OWNER, body);
  }

  /** A document with its name and fields; empty if there is none. */
  Optional<JsonObject> document(String path) throws IOException {
    return http.get(documents("/" + path));
  }

  /** Writes a document as {@link #document} read it. */
  void putDocument(JsonObject document) throws IOException {
    JsonObject update = new JsonObject();
    update.add("name", document.get("name"));
    if (document.has("fields")) {
      update.add("fields", document.get("fields"));
    }
    JsonObject write = new JsonObject();
    write.add("update", update);
    JsonArray writes = new JsonArray();
    writes.add(write);
    JsonObject body = new JsonObject();
    body.add("writes", writes);
    http.post(documents(":commit"), Http.OWNER, body);
  }

  /** Whether an entry is there whose photo has been read, or could not be. */
  boolean isFinished(String uid, String moodId) throws IOException {
    return document("users/%s/moods/%s".formatted(uid, moodId))
        .map(entry -> entry.getAsJsonObject("fields").getAsJsonObject("status"))
        .map(status -> status.get("stringValue").getAsString())
        .filter(status -> !status.equals(UNFINISHED))
        .isPresent();
  }

  /** The content of an object. */
  byte[] bytes(JsonObject object) throws IOException {
    return http.bytes(
        URI.create(
            "%s/v0/b/%s/o/%s?alt=media"
                .formatted(
                    ports.address("storage"),
                    object.get("bucket").getAsString(),
                    encoded(object.get("name").getAsString()))));
  }

  /** Uploads an object with its type and its own metadata. */
  void upload(JsonObject object, byte[] content) throws IOException {
    JsonObject metadata = new JsonObject();
    for (String field : Set.of("name", "contentType", "metadata")) {
      if (object.has(field)) {
        metadata.add(field, object.get(field));
      }
    }
    RequestBody body =
        new MultipartBody.Builder()
            .setType(RELATED)
            .addPart(RequestBody.create(metadata.toString(), JSON))
            .addPart(
                RequestBody.create(content, MediaType.get(object.get("contentType").getAsString())))
            .build();
    URI address =
        URI.create(
            "%s/upload/storage/v1/b/%s/o?uploadType=multipart&name=%s"
                .formatted(
                    ports.address("storage"),
                    object.get("bucket").getAsString(),
                    encoded(object.get("name").getAsString())));
    http.post(address, Http.OWNER, body);
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  private URI accounts(String call) {
    return URI.create(
        "%s/identitytoolkit.googleapis.com/v1/projects/%s/%s"
            .formatted(ports.address("auth"), Project.ID, call));
  }

  private URI documents(String rest) {
    return URI.create(
        "%s/v1/projects/%s/databases/(default)/documents%s"
            .formatted(ports.address("firestore"), Project.ID, rest));
  }
}

package app.moodify.stack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/**
 * Proves that the whole path works, and makes it warm: signs up as a person would, gives a photo
 * through the rules, waits for its verdict and its playlist, asks the HTTPS function once, and
 * takes everything away again.
 */
final class WarmUp {

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final MediaType JPEG = MediaType.get("image/jpeg");

  private final Http http;
  private final Ports ports;
  private final Path photo;
  private final Optional<LocalAppCheck> appCheck;

  /**
   * Prepares it.
   *
   * @param photo a JPEG that shows a face
   * @param appCheck whose tokens the functions ask for; empty if they ask for none
   */
  WarmUp(Http http, Ports ports, Path photo, Optional<LocalAppCheck> appCheck) {
    this.appCheck = appCheck;
    this.http = http;
    this.ports = ports;
    this.photo = photo;
  }

  /** Returns when all of it worked; fails with what did not. */
  void run() throws IOException, InterruptedException {
    JsonObject account = signUp();
    String user = account.get("localId").getAsString();
    String token = account.get("idToken").getAsString();
    String mood = UUID.randomUUID().toString();
    try {
      agree(user);
      CompletableFuture<Void> analysis = CompletableFuture.runAsync(() -> analyze(token));
      upload(user, mood, token);
      await("moods", user, mood);
      await("playlists", user, mood);
      analysis.join();
    } catch (CompletionException e) {
      throw new IOException(e.getCause().getMessage(), e);
    } finally {
      takeAway(user, mood);
    }
  }

  private JsonObject signUp() throws IOException {
    JsonObject person = new JsonObject();
    person.addProperty("email", "warm-up-" + UUID.randomUUID() + "@example.com");
    person.addProperty("password", UUID.randomUUID().toString());
    person.addProperty("returnSecureToken", true);
    return http.post(
        auth("/identitytoolkit.googleapis.com/v1/accounts:signUp?key=local"), Http.NOBODY, person);
  }

  /** Photos of who has not agreed are not read. */
  private void agree(String user) throws IOException {
    String write =
        """
        {"writes": [{"update": {"name": "projects/%s/databases/(default)/documents/users/%s",
          "fields": {"consent": {"mapValue": {"fields":
            {"given": {"booleanValue": true}, "version": {"integerValue": 2}}}}}}}]}"""
            .formatted(Project.ID, user);
    URI commit =
        URI.create(
            "%s/v1/projects/%s/databases/(default)/documents:commit"
                .formatted(ports.address("firestore"), Project.ID));
    http.post(commit, Http.OWNER, JsonParser.parseString(write).getAsJsonObject());
  }

  private void upload(String user, String mood, String token) throws IOException {
    String name = URLEncoder.encode("photos/" + user + "/" + mood, StandardCharsets.UTF_8);
    URI address =
        URI.create(
            "%s/v0/b/%s/o?name=%s".formatted(ports.address("storage"), Project.BUCKET, name));
    http.post(address, "Firebase " + token, RequestBody.create(photo.toFile(), JPEG));
  }

  private void analyze(String token) {
    URI address = URI.create(ports.address("hosting") + "/api/v1/analyses");
    try {
      RequestBody body = RequestBody.create(photo.toFile(), JPEG);
      http.post(address, "Bearer " + token, appCheck.map(LocalAppCheck::token), body);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  private void await(String collection, String user, String mood)
      throws IOException, InterruptedException {
    URI address = document("users/%s/%s/%s".formatted(user, collection, mood));
    Instant latest = Instant.now().plus(LONGEST);
    while (http.get(address).isEmpty()) {
      if (Instant.now().isAfter(latest)) {
        throw new IOException(
            "A photo was given, but after %d seconds nothing was in users/UID/%s"
                .formatted(LONGEST.toSeconds(), collection));
      }
      Thread.sleep(50);
    }
  }

  private void takeAway(String user, String mood) throws IOException {
    http.delete(document("users/" + user));
    http.delete(document("rateLimits/" + user));
    http.delete(document("users/%s/limits/photos".formatted(user)));
    http.delete(document("users/%s/moods/%s".formatted(user, mood)));
    http.delete(document("users/%s/playlists/%s".formatted(user, mood)));
    JsonObject account = new JsonObject();
    account.addProperty("localId", user);
    http.post(
        auth("/identitytoolkit.googleapis.com/v1/projects/" + Project.ID + "/accounts:delete"),
        Http.OWNER,
        account);
  }

  private URI auth(String path) {
    return URI.create(ports.address("auth") + path);
  }

  private URI document(String path) {
    return URI.create(
        "%s/v1/projects/%s/databases/(default)/documents/%s"
            .formatted(ports.address("firestore"), Project.ID, path));
  }
}

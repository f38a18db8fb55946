package app.moodify.stack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** The few HTTP calls that the runner itself makes to its parts. */
final class Http {

  /** Emulators take this token for the owner's, whom no rule binds. */
  static final String OWNER = "Bearer owner";

  /** Asks as someone who is not signed in. */
  static final String NOBODY = "";

  private static final MediaType JSON = MediaType.get("application/json");

  private final OkHttpClient client;

  Http(Duration timeout) {
    this.client =
        new OkHttpClient.Builder()
            .connectTimeout(Duration.ofSeconds(1))
            .readTimeout(timeout)
            .callTimeout(timeout)
            .build();
  }

  OkHttpClient client() {
    return client;
  }

  /** Whether something answers there, whatever it says. */
  boolean answers(URI address) {
    try (Response response = client.newCall(request(address).build()).execute()) {
      return response.code() > 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** The JSON at an address; empty if there is none (404). */
  Optional<JsonObject> get(URI address) throws IOException {
    try (Response response =
        client.newCall(request(address).header("Authorization", OWNER).build()).execute()) {
      if (response.code() == HttpURLConnection.HTTP_NOT_FOUND) {
        return Optional.empty();
      }
      return Optional.of(JsonParser.parseString(text(response)).getAsJsonObject());
    }
  }

  /** The content of what is at an address. */
  byte[] bytes(URI address) throws IOException {
    try (Response response =
        client.newCall(request(address).header("Authorization", OWNER).build()).execute()) {
      if (!response.isSuccessful()) {
        throw new IOException("%s answered HTTP %d".formatted(address, response.code()));
      }
      return response.body().bytes();
    }
  }

  /** Posts JSON and reads the JSON answered. */
  JsonObject post(URI address, String authorization, JsonObject body) throws IOException {
    return post(address, authorization, RequestBody.create(body.toString(), JSON));
  }

  /** Posts anything and reads the JSON answered. */
  JsonObject post(URI address, String authorization, RequestBody body) throws IOException {
    return post(address, authorization, Optional.empty(), body);
  }

  /** The same to a function that may ask for a token of App Check. */
  JsonObject post(
      URI address, String authorization, Optional<String> appCheckToken, RequestBody body)
      throws IOException {
    Request.Builder request = request(address).post(body);
    if (!authorization.equals(NOBODY)) {
      request.header("Authorization", authorization);
    }
    appCheckToken.ifPresent(token -> request.header("X-Firebase-AppCheck", token));
    try (Response response = client.newCall(request.build()).execute()) {
      return JsonParser.parseString(text(response)).getAsJsonObject();
    }
  }

  /** Deletes as the emulators' owner; nothing there is as good. */
  void delete(URI address) throws IOException {
    Request.Builder request = request(address).header("Authorization", OWNER).delete();
    try (Response response = client.newCall(request.build()).execute()) {
      if (response.code() != HttpURLConnection.HTTP_NOT_FOUND) {
        text(response);
      }
    }
  }

  private static Request.Builder request(URI address) {
    return new Request.Builder().url(address.toString());
  }

  private static String text(Response response) throws IOException {
    String text = response.body().string();
    if (!response.isSuccessful()) {
      throw new IOException(
          "%s answered HTTP %d: %s".formatted(response.request().url(), response.code(), text));
    }
    return text;
  }
}

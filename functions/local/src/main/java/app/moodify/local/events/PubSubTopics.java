package app.moodify.local.events;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Makes topics and push subscriptions in the Pub/Sub emulator, through its REST interface. */
public final class PubSubTopics {

  private static final MediaType JSON = MediaType.get("application/json");

  private final OkHttpClient http;
  private final String base;
  private final String project;

  /**
   * Speaks to one emulator.
   *
   * @param emulator for example http://127.0.0.1:5005
   */
  public PubSubTopics(OkHttpClient http, URI emulator, String project) {
    this.http = http;
    this.base = emulator + "/v1/projects/" + project;
    this.project = project;
  }

  /** Makes a topic unless it is there. */
  public void create(String topic) throws IOException {
    put("/topics/" + topic, new JsonObject());
  }

  /** Makes a subscription that pushes a topic's messages to an address, unless it is there. */
  public void subscribe(String topic, String subscription, URI pushTo) throws IOException {
    JsonObject push = new JsonObject();
    push.addProperty("pushEndpoint", pushTo.toString());
    JsonObject body = new JsonObject();
    body.addProperty("topic", "projects/" + project + "/topics/" + topic);
    body.add("pushConfig", push);
    put("/subscriptions/" + subscription, body);
  }

  private void put(String path, JsonObject body) throws IOException {
    Request request =
        new Request.Builder()
            .url(base + path)
            .put(RequestBody.create(body.toString(), JSON))
            .build();
    try (Response response = http.newCall(request).execute()) {
      if (!response.isSuccessful() && response.code() != HttpURLConnection.HTTP_CONFLICT) {
        throw new IOException(
            "The Pub/Sub emulator refused %s: HTTP %d".formatted(path, response.code()));
      }
    }
  }
}

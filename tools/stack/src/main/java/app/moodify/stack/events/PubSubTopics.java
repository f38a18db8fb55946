package app.moodify.stack.events;

import com.google.gson.JsonArray;
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

  /** Sends a message without a content to a topic. */
  public void publish(String topic) throws IOException {
    JsonObject attributes = new JsonObject();
    attributes.addProperty("type", "schedule");
    JsonObject message = new JsonObject();
    message.add("attributes", attributes);
    JsonArray messages = new JsonArray();
    messages.add(message);
    JsonObject body = new JsonObject();
    body.add("messages", messages);
    send(
        "/topics/" + topic + ":publish",
        new Request.Builder().post(RequestBody.create(body.toString(), JSON)));
  }

  private void put(String path, JsonObject body) throws IOException {
    send(path, new Request.Builder().put(RequestBody.create(body.toString(), JSON)));
  }

  private void send(String path, Request.Builder builder) throws IOException {
    Request request = builder.url(base + path).build();
    try (Response response = http.newCall(request).execute()) {
      if (!response.isSuccessful() && response.code() != HttpURLConnection.HTTP_CONFLICT) {
        throw new IOException(
            "The Pub/Sub emulator refused %s: HTTP %d".formatted(path, response.code()));
      }
    }
  }
}

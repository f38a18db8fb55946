package app.moodify.stack.emulators;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Stands in for the storage rules runtime that firebase-tools downloads: evaluates the real rules
 * with the rules engine inside the Firestore emulator. Runs as a process of firebase-tools' storage
 * emulator, one JSON request and answer a line. Where rules look into Firestore, it asks
 * firebase-tools for the document, and keeps the requests that come meanwhile for later.
 *
 * <p>The protocol is the one in firebase-tools' lib/emulator/storage/rules/runtime.js.
 */
public final class StorageRulesRuntime {

  private static final Pattern VERSION_2 = Pattern.compile("rules_version\\s*=\\s*['\"]2['\"]");

  private final Map<String, RulesEngine.Ruleset> rulesets = new HashMap<>();
  private final Deque<JsonObject> waiting = new ArrayDeque<>();
  private final RulesEngine engine;
  private BufferedReader lines;
  private Writer answers;

  StorageRulesRuntime(RulesEngine engine) {
    this.engine = engine;
  }

  /** Serves standard input until it ends. */
  public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
    new StorageRulesRuntime(new RulesEngine(StorageRulesRuntime.class.getClassLoader()))
        .serve(
            new InputStreamReader(System.in, StandardCharsets.UTF_8),
            new PrintWriter(System.out, true, StandardCharsets.UTF_8));
  }

  void serve(Reader requests, Writer replies) throws IOException {
    try (BufferedReader reader = new BufferedReader(requests)) {
      lines = reader;
      answers = replies;
      write("{\"id\":-1,\"status\":\"ok\"}");
      for (JsonObject request = next(); request != null; request = next()) {
        write(answer(request).toString());
      }
    }
  }

  private JsonObject next() throws IOException {
    return waiting.isEmpty() ? read() : waiting.poll();
  }

  private JsonObject read() throws IOException {
    String line = lines.readLine();
    return line == null ? null : JsonParser.parseString(line).getAsJsonObject();
  }

  private void write(String line) throws IOException {
    answers.write(line + "\n");
    answers.flush();
  }

  /** Asks for a document on behalf of a request; returns what rules see of it. */
  private Optional<String> fetch(JsonElement id, String path) {
    JsonObject context = new JsonObject();
    context.addProperty("path", path);
    JsonObject question = new JsonObject();
    question.add("server_request_id", id);
    question.addProperty("status", "ok");
    question.addProperty("action", "fetch_firestore_document");
    question.add("context", context);
    try {
      write(question.toString());
      for (JsonObject line = read(); line != null; line = read()) {
        if (id.equals(line.get("id")) && !line.has("action")) {
          return Optional.ofNullable(line.getAsJsonObject("result")).map(RulesValue::ofDocument);
        }
        waiting.add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("firebase-tools ended before it gave the document");
  }

  private JsonObject answer(JsonObject request) {
    JsonArray errors = new JsonArray();
    JsonObject result = new JsonObject();
    try {
      JsonObject context = request.getAsJsonObject("context");
      String name = context.get("rulesetName").getAsString();
      switch (request.get("action").getAsString()) {
        case "load_ruleset" -> {
          JsonObject source = context.getAsJsonObject("source");
          rulesets.put(name, engine.compile(source.toString(), errors::add));
          result.addProperty("rulesVersion", version(source));
        }
        case "verify" -> result.addProperty("permit", permits(name, request.get("id"), context));
        default -> errors.add("Unknown action " + request.get("action"));
      }
    } catch (ReflectiveOperationException | RuntimeException e) {
      errors.add(String.valueOf(e.getCause() == null ? e : e.getCause()));
    }
    JsonObject answer = new JsonObject();
    answer.add("id", request.get("id"));
    answer.addProperty("status", "ok");
    answer.add("errors", errors);
    answer.add("warnings", new JsonArray());
    answer.add("result", result);
    return answer;
  }

  private boolean permits(String name, JsonElement id, JsonObject context)
      throws ReflectiveOperationException {
    RulesEngine.Ruleset ruleset = rulesets.get(name);
    if (ruleset == null) {
      throw new IllegalStateException("No ruleset " + name + " was loaded without errors");
    }
    Map<String, String> variables = new HashMap<>();
    context
        .getAsJsonObject("variables")
        .entrySet()
        .forEach(variable -> variables.put(variable.getKey(), variable.getValue().toString()));
    return ruleset.permits(
        context.get("service").getAsString(),
        context.get("method").getAsString(),
        context.get("path").getAsString(),
        variables,
        path -> fetch(id, path));
  }

  /** Rules say which version they are of; without a word they are of version 1. */
  private static int version(JsonObject source) {
    for (JsonElement file : source.getAsJsonArray("files")) {
      if (VERSION_2.matcher(file.getAsJsonObject().get("content").getAsString()).find()) {
        return 2;
      }
    }
    return 1;
  }
}

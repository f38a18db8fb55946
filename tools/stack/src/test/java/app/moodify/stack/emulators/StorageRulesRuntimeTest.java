package app.moodify.stack.emulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Speaks firebase-tools' protocol with the real rules engine, as a process of its own. */
class StorageRulesRuntimeTest {

  private static final String RULES =
      """
      rules_version = '2';
      service firebase.storage {
        match /b/{bucket}/o {
          match /photos/{uid}/{mood} {
            allow read: if request.auth != null && request.auth.uid == uid;
            allow create: if request.auth != null && request.auth.uid == uid
                && request.resource.size < 100
                && request.resource.contentType.matches('image/.*');
            allow delete: if firestore.exists(/databases/(default)/documents/gates/$(uid))
                && firestore.get(/databases/(default)/documents/gates/$(uid)).data.until
                    > request.time;
          }
        }
      }
      """;

  @TempDir private static Path folder;
  private static Process runtime;
  private static Writer requests;
  private static BufferedReader answers;

  @BeforeAll
  static void start() throws IOException {
    Optional<Path> jar =
        CloudCli.root(System.getenv())
            .map(
                root ->
                    root.resolve("platform/cloud-firestore-emulator/cloud-firestore-emulator.jar"))
            .filter(path -> path.toFile().exists());
    assumeTrue(jar.isPresent(), "The Google Cloud CLI's Firestore emulator is not installed.");
    Path wrapper = folder.resolve("with space").resolve("storage-rules.jar");
    assertThat(wrapper.getParent().toFile().mkdir()).isTrue();
    WrapperJar.storageRules(wrapper, jar.get());
    runtime =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                wrapper.toString(),
                "serve")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    requests = runtime.outputWriter();
    answers = runtime.inputReader();
    assertThat(json(answers.readLine()).get("id").getAsInt()).isEqualTo(-1);
    JsonObject loaded = ask(load("good", RULES));
    assertThat(loaded.getAsJsonArray("errors")).isEmpty();
    assertThat(loaded.getAsJsonObject("result").get("rulesVersion").getAsInt()).isEqualTo(2);
  }

  @AfterAll
  static void stop() {
    if (runtime != null) {
      runtime.destroy();
    }
  }

  @Test
  void theOwnerMayCreateAPhoto() throws IOException {
    assertThat(permits("create", "anna", 50, "image/png")).isTrue();
  }

  @Test
  void someoneElseMayNot() throws IOException {
    assertThat(permits("create", "bert", 50, "image/png")).isFalse();
    assertThat(permits("get", "bert", 50, "image/png")).isFalse();
  }

  @Test
  void nobodyMayWithoutSigningIn() throws IOException {
    assertThat(permits("create", null, 50, "image/png")).isFalse();
  }

  @Test
  void sizeAndTypeCount() throws IOException {
    assertThat(permits("create", "anna", 100, "image/png")).isFalse();
    assertThat(permits("create", "anna", 50, "text/plain")).isFalse();
  }

  @Test
  void whatNoRuleNamesIsDenied() throws IOException {
    assertThat(permits("update", "anna", 50, "image/png")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"2026-11-22T05:00:00Z, true", "2026-11-22T03:00:00Z, false", ", false"})
  void rulesLookIntoFirestoreAndOtherRequestsWaitMeanwhile(String until, boolean permitted)
      throws IOException {
    requests.write(verify("good", "delete", "anna", 50, "image/png") + "\n");
    JsonObject other = verify("good", "create", "anna", 50, "image/png");
    other.addProperty("id", 3);
    requests.write(other + "\n");
    requests.flush();

    JsonObject answer = json(answers.readLine());
    while (answer.has("action")) {
      assertThat(answer.get("action").getAsString()).isEqualTo("fetch_firestore_document");
      assertThat(answer.getAsJsonObject("context").get("path").getAsString())
          .isEqualTo("/databases/(default)/documents/gates/anna");
      answer = ask(document(answer.get("server_request_id").getAsInt(), until));
    }

    assertThat(answer.getAsJsonArray("errors")).isEmpty();
    assertThat(answer.get("id").getAsInt()).isEqualTo(2);
    assertThat(answer.getAsJsonObject("result").get("permit").getAsBoolean()).isEqualTo(permitted);
    JsonObject next = json(answers.readLine());
    assertThat(next.get("id").getAsInt()).isEqualTo(3);
    assertThat(next.getAsJsonObject("result").get("permit").getAsBoolean()).isTrue();
  }

  /** As fetchFirestoreDocument of firebase-tools makes it. */
  private static JsonObject document(int id, String until) {
    return json(
        until == null
            ? "{\"id\":%d,\"status\":\"not_found\",\"warnings\":[],\"errors\":[]}".formatted(id)
            : """
              {"id":%d,"status":"ok","warnings":[],"errors":[],"result":{"name":"gates/anna",
               "fields":{"until":{"timestampValue":"%s"},"list":{"arrayValue":{"values":[
                 {"integerValue":"1"},{"doubleValue":0.5},{"nullValue":null},
                 {"mapValue":{"fields":{"is":{"booleanValue":true}}}},{"stringValue":"x"}]}}}}}
              """
                .formatted(id, until)
                .replace("\n", ""));
  }

  @Test
  void mistakesInRulesAreReportedWithTheirPlaceAndPermitNothing() throws IOException {
    JsonObject answer = ask(load("bad", "service firebase.storage {\n  match / oops\n}"));

    assertThat(answer.getAsJsonArray("errors")).isNotEmpty();
    assertThat(answer.getAsJsonArray("errors").get(0).getAsString()).matches("(?s)\\d+:\\d+ .+");
    assertThat(permits("bad", "get", "anna", 50, "image/png")).isFalse();
  }

  @Test
  void anUnknownRulesetIsAnErrorAndTheRuntimeGoesOn() throws IOException {
    JsonObject answer = ask(verify("no such", "get", "anna", 50, "image/png"));

    assertThat(answer.getAsJsonArray("errors")).hasSize(1);
    assertThat(permits("get", "anna", 50, "image/png")).isTrue();
  }

  private static boolean permits(String method, String uid, int size, String type)
      throws IOException {
    return permits("good", method, uid, size, type);
  }

  private static boolean permits(String ruleset, String method, String uid, int size, String type)
      throws IOException {
    JsonObject answer = ask(verify(ruleset, method, uid, size, type));
    assertThat(answer.getAsJsonArray("errors")).isEmpty();
    return answer.getAsJsonObject("result").get("permit").getAsBoolean();
  }

  private static JsonObject load(String name, String rules) {
    JsonObject request =
        json(
            """
            {"id":1,"action":"load_ruleset","context":{"rulesetName":"%s",
             "source":{"files":[{"name":"storage.rules"}]}}}
            """
                .formatted(name));
    request
        .getAsJsonObject("context")
        .getAsJsonObject("source")
        .getAsJsonArray("files")
        .get(0)
        .getAsJsonObject()
        .addProperty("content", rules);
    return request;
  }

  /** As createRequestExpressionValue of firebase-tools makes it. */
  private static JsonObject verify(
      String ruleset, String method, String uid, int size, String type) {
    String auth =
        uid == null
            ? "{\"null_value\":null}"
            : "{\"map_value\":{\"fields\":{\"uid\":{\"string_value\":\"%s\"}}}}".formatted(uid);
    return json(
        """
        {"id":2,"action":"verify","context":{"rulesetName":"%s","service":"firebase.storage",
         "path":"/b/bucket/o/photos/anna/mood1","method":"%s",
         "variables":{"resource":{"null_value":null},"request":{"map_value":{"fields":{
           "auth":%s,"time":{"timestamp_value":"2026-11-22T04:00:00.000Z"},
           "resource":{"map_value":{"fields":{
             "size":{"int_value":%d},"contentType":{"string_value":"%s"}}}}}}}}}}
        """
            .formatted(ruleset, method, auth, size, type));
  }

  private static JsonObject ask(JsonObject request) throws IOException {
    requests.write(request + "\n");
    requests.flush();
    return json(answers.readLine());
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }
}

package app.moodify.stack;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where one stack lives while it runs: the emulators' configuration, the copy of the page that they
 * serve, logs. Written anew at each start.
 */
final class RunFolder {

  /** The functions emulator's code base: it declares the triggers, and its door. */
  private static final List<String> TRIGGERS =
      List.of("functions.yaml", "index.js", "package.json");

  private static final String FACE = "face.jpg";

  private static final Gson PRETTY = new GsonBuilder().setPrettyPrinting().create();

  private final Path folder;
  private final Path root;

  /**
   * Names the folder.
   *
   * @param root the checkout
   */
  RunFolder(Path folder, Path root) {
    this.folder = folder;
    this.root = root;
  }

  Path path() {
    return folder;
  }

  Path resolve(String name) {
    return folder.resolve(name);
  }

  /** A photo that shows a face, see the resources' README. */
  Path face() {
    return resolve(FACE);
  }

  /** Where this stack's emulators, and no other's, keep what they need only while they run. */
  Path temporary() {
    return resolve("tmp");
  }

  /**
   * Writes everything that firebase-tools reads.
   *
   * @param appCheck where the page gets tokens of App Check; empty if nobody asks for any
   */
  void prepare(Ports ports, Optional<URI> appCheck) throws IOException {
    deleteAll(temporary());
    Files.createDirectories(temporary());
    link("firestore.rules");
    link("firestore.indexes.json");
    link("storage.rules");
    Files.createDirectories(resolve("triggers"));
    for (String file : TRIGGERS) {
      resource("triggers/" + file);
    }
    resource("door.js");
    resource(FACE);
    serve(ports, appCheck);
    JsonObject config =
        JsonParser.parseString(Files.readString(root.resolve("firebase.json"))).getAsJsonObject();
    Files.writeString(
        resolve("firebase.json"), PRETTY.toJson(forEmulators(config, ports, appCheck)));
  }

  /** Copies the built page and writes where the emulators are. */
  private void serve(Ports ports, Optional<URI> appCheck) throws IOException {
    Path site = resolve("site");
    deleteAll(site);
    Path built = root.resolve("hosting/dist");
    if (!Files.exists(built.resolve("index.html"))) {
      throw new IOException("The page is not built: there is no hosting/dist/index.html");
    }
    copyAll(built, site);
    JsonObject emulators = new JsonObject();
    emulators.addProperty("auth", ports.address("auth").toString());
    emulators.add("firestore", hostAndPort(ports.of("firestore")));
    emulators.add("storage", hostAndPort(ports.of("storage")));
    Files.writeString(site.resolve("emulators.json"), PRETTY.toJson(emulators));
    JsonObject settings = new JsonObject();
    appCheck.ifPresent(
        tokens -> {
          settings.addProperty("provider", "local");
          settings.addProperty("address", tokens.toString());
        });
    Files.writeString(site.resolve("app-check.json"), PRETTY.toJson(settings));
    JsonObject signIn = new JsonObject();
    signIn.addProperty("google", true); // the Auth emulator lets anybody in so
    Files.writeString(site.resolve("sign-in.json"), PRETTY.toJson(signIn));
  }

  private static JsonObject hostAndPort(int port) {
    JsonObject address = new JsonObject();
    address.addProperty("host", "127.0.0.1");
    address.addProperty("port", port);
    return address;
  }

  /** The checkout's firebase.json with this folder's page and code base, and every port fixed. */
  static JsonObject forEmulators(JsonObject config, Ports ports, Optional<URI> appCheck) {
    JsonObject hosting = config.getAsJsonObject("hosting");
    hosting.addProperty("public", "site");
    adaptPolicy(ports, appCheck, hosting);
    JsonObject codeBase = new JsonObject();
    codeBase.addProperty("source", "triggers");
    codeBase.addProperty("codebase", "triggers");
    JsonArray codeBases = new JsonArray();
    codeBases.add(codeBase);
    config.add("functions", codeBases);
    JsonObject emulators = new JsonObject();
    emulators.addProperty("singleProjectMode", true);
    for (String name :
        List.of(
            "auth",
            "functions",
            "firestore",
            "storage",
            "hosting",
            "hub",
            "logging",
            "eventarc",
            "tasks")) {
      emulators.add(name, hostAndPort(ports.of(name)));
    }
    emulators
        .getAsJsonObject("firestore")
        .addProperty("websocketPort", ports.of("firestore-websocket"));
    JsonObject ui = new JsonObject();
    ui.addProperty("enabled", false);
    emulators.add("ui", ui);
    config.add("emulators", emulators);
    return config;
  }

  /**
   * The page's policy names Google's servers; here it has to reach the emulators. And browsers keep
   * no reporting endpoints of a page that came over HTTP: where {@code report-to} names one, they
   * report nothing, and without it what {@code report-uri} says holds.
   */
  private static void adaptPolicy(Ports ports, Optional<URI> appCheck, JsonObject hosting) {
    if (!hosting.has("headers")) {
      return;
    }
    for (JsonElement rule : hosting.getAsJsonArray("headers")) {
      for (JsonElement element : rule.getAsJsonObject().getAsJsonArray("headers")) {
        JsonObject header = element.getAsJsonObject();
        if (header.get("key").getAsString().equals("Content-Security-Policy")) {
          String emulators =
              "connect-src %s %s %s%s"
                  .formatted(
                      ports.address("auth"),
                      ports.address("firestore"),
                      ports.address("storage"),
                      appCheck.map(tokens -> " " + tokens).orElse(""));
          header.addProperty(
              "value",
              header
                  .get("value")
                  .getAsString()
                  .replace("connect-src", emulators)
                  // The part that hears of a sign-in with Google is served by the emulator, too.
                  .replace("frame-src", "frame-src " + ports.address("auth"))
                  .replace("; report-to csp", ""));
        }
      }
    }
  }

  /** Rules are linked, so that the emulators see a change at once. */
  private void link(String name) throws IOException {
    Path target = root.resolve(name);
    if (!Files.exists(target)) {
      throw new IOException("The checkout has no " + name);
    }
    Files.deleteIfExists(resolve(name));
    Files.createSymbolicLink(resolve(name), target);
  }

  private void resource(String name) throws IOException {
    try (InputStream in = RunFolder.class.getResourceAsStream("/app/moodify/stack/" + name)) {
      if (in == null) {
        throw new IOException("The program lacks its own file " + name);
      }
      Files.copy(in, resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  static void copyAll(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.sorted((a, b) -> b.compareTo(a))::iterator) {
        Files.delete(file);
      }
    }
  }
}

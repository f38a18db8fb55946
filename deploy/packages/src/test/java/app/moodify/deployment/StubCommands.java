package app.moodify.deployment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A checkout in a folder of its own, with stubs of the cloud's tools and of what builds: each
 * records how it was called, and answers what a test has set.
 */
final class StubCommands {
  /** Asks how people may sign in. */
  static final String PROVIDERS =
      "curl X-Goog-User-Project: moodify-test"
          + " https://identitytoolkit.googleapis.com/admin/v2/projects/moodify-test"
          + "/defaultSupportedIdpConfigs";

  private static final List<String> TOOLS = List.of("gcloud", "terraform", "mvn", "npm", "curl");
  private static final List<String> SHELL =
      List.of(
          "bash",
          "cat",
          "cksum",
          "cp",
          "cut",
          "dirname",
          "env",
          "find",
          "grep",
          "mkdir",
          "node",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "sort",
          "tail",
          "tee",
          "touch",
          "tr",
          "xargs");

  private final Path checkout;
  private final Path tools;
  private final Path calls;
  private final Path answers;
  private final Map<String, String> environment = new TreeMap<>();

  /** How a run of the script ended. */
  record Result(int status, String output) {}

  StubCommands(Path folder) throws IOException {
    checkout = Files.createDirectories(folder.resolve("a checkout"));
    tools = Files.createDirectories(folder.resolve("tools"));
    calls = Files.createFile(folder.resolve("calls"));
    answers = Files.createDirectories(folder.resolve("answers"));
    copy("moodify", "firebase.json", "firestore.rules", "firestore.indexes.json", "storage.rules");
    copy("deploy/google-cloud.sh", "deploy/deploy.sh", "deploy/destroy.sh", "deploy/logs.sh");
    copy("deploy/app-check.mjs", "deploy/dead-letters.mjs", "deploy/firebase-config.mjs");
    copy("deploy/sign-in.mjs");
    write("deploy/smoke-test.mjs", recorder("smoke-test"));
    write("hosting/node_modules/firebase-tools/lib/bin/firebase.js", recorder("firebase"));
    Files.writeString(checkout.resolve("hosting/package.json"), "{\"type\": \"module\"}");
    Files.createDirectories(checkout.resolve("hosting/node_modules/firebase-tools/lib/bin"));
    Files.writeString(checkout.resolve("hosting/package-lock.json"), "{}");
    for (String path :
        List.of(
            "pom.xml",
            "build-tools/a",
            "libs/a",
            "functions/a",
            "tools/a",
            "deploy/packages/a",
            "docs/retention.json",
            "models/a")) {
      write(path, "x");
    }
    Files.createDirectories(checkout.resolve("terraform"));
    write("hosting/dist/index.html", "<title>Moodify</title>");
    Files.createDirectories(checkout.resolve("libs/vision/src/main/resources"));
    Files.createDirectories(checkout.resolve("models/face"));
    for (String tool : TOOLS) {
      tool(tool);
    }
    link();
    all();
  }

  /** Everything is there, signed in and paid for, and nothing is deployed yet. */
  private void all() throws IOException {
    answer("gcloud projects describe", "12345");
    answer("gcloud billing projects describe", "True");
    answer("gcloud storage buckets describe gs://moodify-test.firebasestorage.app", "US-CENTRAL1");
    answer("gcloud firestore databases describe", "");
    refuse("gcloud secrets describe");
    answer("gcloud config get-value project", "");
    answer("gcloud auth print-access-token", "token");
    answer(PROVIDERS, "{}");
    answer("terraform version", "Terraform v1.11.4");
    answer("terraform output page", "\"https://moodify-test.web.app\"");
    answer("terraform output region", "\"europe-west4\"");
    answer("terraform output photo_bucket", "\"moodify-test.firebasestorage.app\"");
    answer(
        "terraform output dead_letters",
        "{\"detect\": {\"trigger\": \"projects/p/locations/l/triggers/detect-1\","
            + " \"topic\": \"projects/p/topics/dead-letters-detect\"}}");
    answer("terraform output app_check", "null");
    answer("gcloud eventarc triggers describe", "projects/p/subscriptions/eventarc-detect-1");
    answer("firebase apps:list", "{\"result\": [{\"appId\": \"1\"}]}");
    answer(
        "firebase hosting:sites:list",
        "{\"result\": {\"sites\": [{\"name\": \"projects/moodify-test/sites/moodify-test\"}]}}");
  }

  /**
   * Sets what a tool answers to calls whose words begin like this, options left out: the longest
   * beginning counts.
   */
  void answer(String call, String output) throws IOException {
    Files.writeString(answers.resolve(name(call)), output + "\n");
  }

  /** Lets a call fail. */
  void refuse(String call) throws IOException {
    Files.writeString(answers.resolve(name(call) + ".fails"), "");
  }

  /** Lets a call succeed that was refused before. */
  void accept(String call) throws IOException {
    Files.delete(answers.resolve(name(call) + ".fails"));
  }

  /** Lets a call take half a second. */
  void delay(String call) throws IOException {
    Files.writeString(answers.resolve(name(call) + ".waits"), "");
  }

  /** Takes a tool away. */
  void without(String tool) throws IOException {
    Files.delete(tools.resolve(tool));
  }

  /** Sets an environment variable. */
  void set(String name, String value) {
    environment.put(name, value);
  }

  void write(String path, String content) throws IOException {
    Files.createDirectories(checkout.resolve(path).getParent());
    Files.writeString(checkout.resolve(path), content);
  }

  Path file(String path) {
    return checkout.resolve(path);
  }

  /** Runs ./moodify with some lines on its standard input. */
  Result run(String input, String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("/bin/bash", checkout.resolve("moodify").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> variables = builder.environment();
    variables.clear();
    variables.put("PATH", tools.toString());
    variables.put("HOME", checkout.toString());
    variables.put("JAVA_HOME", System.getProperty("java.home"));
    variables.put("STUB_CALLS", calls.toString());
    variables.put("STUB_ANSWERS", answers.toString());
    variables.putAll(environment);
    Process process = builder.start();
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("The script did not end: " + output);
    }
    return new Result(process.exitValue(), output);
  }

  /** Returns the calls so far, a line each. */
  List<String> calls() throws IOException {
    return Files.readAllLines(calls);
  }

  private static String name(String call) {
    return call.replaceAll("[^A-Za-z0-9.]", "_");
  }

  private void copy(String... paths) throws IOException {
    for (String path : paths) {
      Path target = checkout.resolve(path);
      Files.createDirectories(target.getParent());
      Files.copy(FunctionPackage.CHECKOUT.resolve(path), target);
    }
  }

  private void tool(String name) throws IOException {
    Path script = Files.writeString(tools.resolve(name + ".mjs"), recorder(name));
    Path launcher =
        Files.writeString(tools.resolve(name), "#!/bin/bash\nexec node '" + script + "' \"$@\"\n");
    if (!launcher.toFile().setExecutable(true)) {
      throw new IOException("Cannot be made executable: " + launcher);
    }
  }

  private void link() throws IOException {
    for (String name : SHELL) {
      Path found =
          Stream.of(System.getenv("PATH").split(":"))
              .map(place -> Path.of(place, name))
              .filter(Files::isExecutable)
              .findFirst()
              .orElseThrow(() -> new IllegalStateException(name + " is not on the path"));
      Files.createSymbolicLink(tools.resolve(name), found);
    }
  }

  /**
   * A program that records its call, with Terraform's variables, and answers what a test has set.
   */
  private static String recorder(String name) {
    return """
        import { appendFileSync, readFileSync, readdirSync } from 'node:fs';
        const words = process.argv.slice(2);
        const variables = Object.entries(process.env).filter(([key]) => key.startsWith('TF_VAR_'));
        const settings = variables.map(([key, value]) => ` ${key}=${value}`).join('');
        appendFileSync(process.env.STUB_CALLS, ['%s', ...words].join(' ') + '%s' + '\\n');
        const plain = ['%s', ...words.filter((word) => !word.startsWith('-'))].join(' ');
        const key = plain.replace(/[^A-Za-z0-9.]/g, '_');
        const known = readdirSync(process.env.STUB_ANSWERS).sort((a, b) => b.length - a.length);
        const begins = (file) => key === file || key.startsWith(file + '_');
        const is = (end) => known.some((file) => file.endsWith(end) && begins(file.slice(0, -6)));
        // Who writes into a pipe that nobody reads fails, or not, as it happens.
        if (words.includes('--data-file=-')) for await (const part of process.stdin) void part;
        if (is('.waits')) await new Promise((done) => setTimeout(done, 500));
        if (is('.fails')) {
          console.error('refused');
          process.exit(1);
        }
        const answer = known.find((file) => !/\\.(fails|waits)$/.test(file) && begins(file));
        if (answer) process.stdout.write(readFileSync(`${process.env.STUB_ANSWERS}/${answer}`));
        """
        .formatted(name, name.equals("terraform") ? "' + settings + '" : "", name);
  }
}

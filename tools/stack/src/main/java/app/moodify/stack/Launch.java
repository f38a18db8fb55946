package app.moodify.stack;

import app.moodify.console.Steps;
import app.moodify.stack.emulators.EmulatorArtifact;
import app.moodify.stack.emulators.EmulatorArtifacts;
import app.moodify.stack.emulators.EmulatorNotFoundException;
import app.moodify.stack.events.Forwarder;
import app.moodify.stack.events.PubSubTopics;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Starts every part of a stack at once, and returns when each of them answers. */
final class Launch {

  private static final String PUB_SUB = "pubsub";
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final Duration PROGRESS = Duration.ofSeconds(10);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final Toolchain tools;
  private final Ports ports;
  private final Steps steps;
  private final RunFolder folder;
  private final Supervisor supervisor;
  private final FirebaseCli firebase;
  private final EmulatorProcesses emulators;
  private final Http http;

  Launch(
      Toolchain tools,
      Ports ports,
      Steps steps,
      RunFolder folder,
      Supervisor supervisor,
      FirebaseCli firebase,
      EmulatorProcesses emulators,
      Http http) {
    this.tools = tools;
    this.ports = ports;
    this.steps = steps;
    this.folder = folder;
    this.supervisor = supervisor;
    this.firebase = firebase;
    this.emulators = emulators;
    this.http = http;
  }

  /**
   * Starts the parts.
   *
   * @param data an export to begin with
   * @param appCheck whose tokens the functions ask for; empty if they ask for none
   * @param trailKey what makes names of people's ids in the security trail
   * @return the forwarder, which is the one part within this process
   */
  Forwarder run(Optional<Path> data, Optional<LocalAppCheck> appCheck, String trailKey)
      throws StackException, IOException, EmulatorNotFoundException, InterruptedException {
    JavaProcesses java = new JavaProcesses(tools, ports, appCheck, trailKey);
    EmulatorArtifacts artifacts =
        new EmulatorArtifacts(System.getenv(), tools.firebaseTools(), this::download);
    EmulatorArtifact firestore = artifacts.firestore();
    EmulatorArtifact rules = artifacts.storageRules();
    EmulatorArtifact pubSub = artifacts.pubSub();
    steps.done(
        "emulators found: Firestore from %s, storage rules from %s, Pub/Sub from %s"
            .formatted(firestore.origin(), rules.origin(), pubSub.origin()));

    emulators.found(firestore, rules);
    supervisor.start(EmulatorProcesses.FIREBASE, emulators.starting(data));
    supervisor.start(PUB_SUB, java.pubSub(pubSub));
    Map<String, URI> functions = new LinkedHashMap<>();
    for (JavaFunction function : JavaFunction.ALL) {
      supervisor.keepRunning(function.name(), java.function(function));
      functions.put(function.name(), ports.address(function.name()));
    }
    Forwarder.Routes routes =
        new Forwarder.Routes(Project.ID, JavaFunction.DETECT, JavaFunction.RECOMMEND, functions);
    Forwarder forwarder = Forwarder.start(ports.of("forwarder"), routes);

    awaitListening(PUB_SUB);
    makeTopics();
    supervisor.restartBy(
        PUB_SUB,
        new Restarts.Starter() {
          @Override
          public ProcessBuilder prepare() {
            return java.pubSub(pubSub);
          }

          @Override
          public void started(Part part) throws IOException, StackException, InterruptedException {
            awaitListening(PUB_SUB);
            makeTopics();
          }
        });
    for (String function : functions.keySet()) {
      awaitListening(function);
    }
    await("auth, firestore, storage, functions, hosting", emulators::isReady);
    return forwarder;
  }

  private void makeTopics() throws IOException {
    PubSubTopics topics = new PubSubTopics(http.client(), ports.address(PUB_SUB), Project.ID);
    listen(topics, Project.MOOD_EVENTS, JavaFunction.INSIGHTS);
    listen(topics, Project.UPKEEP, JavaFunction.UPKEEP);
  }

  /** Makes a topic whose messages go to a function. */
  private void listen(PubSubTopics topics, String topic, String function) throws IOException {
    topics.create(topic);
    topics.subscribe(
        topic,
        function,
        ports.address("forwarder").resolve("/events/pubsub/" + function + "/" + topic));
  }

  private void awaitListening(String part) throws StackException, InterruptedException {
    await(part, () -> Ports.isListening(ports.of(part)));
  }

  private void await(String what, BooleanSupplier isReady)
      throws StackException, InterruptedException {
    double start = steps.seconds();
    double nextProgress = start + PROGRESS.toSeconds();
    while (!isReady.getAsBoolean()) {
      Optional<StackException> failure = Optional.ofNullable(supervisor.failure().getNow(null));
      if (failure.isPresent()) {
        throw failure.get();
      }
      if (steps.seconds() > start + LONGEST.toSeconds()) {
        throw new StackException(
            "%s did not start within %d seconds; the logs are in %s."
                .formatted(what, LONGEST.toSeconds(), folder.path()));
      }
      if (steps.seconds() > nextProgress) {
        steps.report("          still waiting for " + what);
        nextProgress += PROGRESS.toSeconds();
      }
      Thread.sleep(LOOK_AGAIN.toMillis());
    }
    steps.done(what);
  }

  private void download(String emulator) throws IOException, InterruptedException {
    steps.report("          downloading the %s emulator".formatted(emulator));
    Part part = Part.start("download", firebase.download(emulator), folder.resolve("download.log"));
    if (part.process().waitFor() != 0) {
      throw new IOException(part.tail(3).strip());
    }
  }
}

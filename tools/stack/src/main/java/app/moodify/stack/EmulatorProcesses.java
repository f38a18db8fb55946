package app.moodify.stack;

import app.moodify.stack.emulators.EmulatorArtifact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * firebase-tools and the emulators that it starts apart from itself: one that dies takes all along,
 * for the others are of no use without it.
 */
final class EmulatorProcesses {

  static final String FIREBASE = "firebase";

  /** Before the number of a process that firebase-tools has started. */
  private static final String CHILD = FIREBASE + "-";

  private final FirebaseCli firebase;
  private final PidFile pids;
  private final Http http;
  private EmulatorArtifact firestore;
  private EmulatorArtifact storageRules;
  private volatile boolean isStopping;

  EmulatorProcesses(FirebaseCli firebase, PidFile pids, Http http) {
    this.firebase = firebase;
    this.pids = pids;
    this.http = http;
  }

  /** Says where the emulators are that firebase-tools runs in processes of their own. */
  void found(EmulatorArtifact firestore, EmulatorArtifact storageRules) {
    this.firestore = firestore;
    this.storageRules = storageRules;
  }

  /**
   * Returns the process to start.
   *
   * @param data an export to begin with
   */
  ProcessBuilder starting(Optional<Path> data) throws IOException {
    return firebase.emulators(firestore, storageRules, data);
  }

  /** Whether all of them answer. */
  boolean isReady() {
    return firebase.isReady(http);
  }

  /** Records what firebase-tools has started, which would outlive a kill, and watches over it. */
  void watch() {
    ProcessHandle.of(pids.get(FIREBASE))
        .ifPresent(tools -> tools.descendants().forEach(each -> watch(tools, each)));
  }

  private void watch(ProcessHandle tools, ProcessHandle child) {
    pids.add(CHILD + child.pid(), child.pid());
    if (child.info().command().orElse("").endsWith("java")) {
      child.onExit().thenRun(() -> endWith(tools));
    }
  }

  /** firebase-tools goes on without an emulator that was killed, and answers for it no more. */
  private void endWith(ProcessHandle tools) {
    if (!isStopping) {
      tools.destroyForcibly();
    }
  }

  /** Ends what firebase-tools left when it died. */
  void endChildren() throws InterruptedException {
    pids.endAll(CHILD);
  }

  /** From now on an end is no surprise. */
  void stopping() {
    isStopping = true;
  }
}

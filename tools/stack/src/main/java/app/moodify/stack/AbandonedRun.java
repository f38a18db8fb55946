package app.moodify.stack;

import app.moodify.console.Steps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a run that was killed has left: the emulators still hold its data. */
final class AbandonedRun {

  /** Names the data folder of the run. */
  private static final String DATA_FOLDER = "data-folder";

  private final RunFolder folder;
  private final PidFile pids;
  private final FirebaseCli firebase;
  private final Steps steps;

  AbandonedRun(RunFolder folder, PidFile pids, FirebaseCli firebase, Steps steps) {
    this.folder = folder;
    this.pids = pids;
    this.firebase = firebase;
    this.steps = steps;
  }

  /** Notes where a run keeps its data, for the one that comes after. */
  void remember(Optional<Path> dataFolder) throws IOException {
    Path note = folder.resolve(DATA_FOLDER);
    if (dataFolder.isPresent()) {
      Files.writeString(note, dataFolder.get().toString());
    } else {
      Files.deleteIfExists(note);
    }
  }

  /** Keeps what its emulators hold, and ends all of its processes. */
  void end() throws InterruptedException {
    if (pids.isLeft(EmulatorProcesses.FIREBASE)) {
      keepData();
    }
    List<String> left = pids.reap();
    if (!left.isEmpty()) {
      steps.done("ended what a killed run had left: " + String.join(", ", left));
    }
  }

  private void keepData() {
    try {
      Path note = folder.resolve(DATA_FOLDER);
      if (!Files.exists(note)) {
        return; // Its data were to be thrown away.
      }
      try (DataFolder data = DataFolder.open(Path.of(Files.readString(note)), steps)) {
        List<Path> uploads = UploadJournal.entries(data.journal());
        firebase.export(data.incoming());
        data.accept();
        UploadJournal.drop(uploads);
        steps.done("kept what a killed run's emulators still held");
      }
    } catch (IOException | StackException e) {
      steps.report(
          "What a killed run's emulators still held could not be kept (%s); the last snapshot is."
              .formatted(e.getMessage()));
    }
  }
}

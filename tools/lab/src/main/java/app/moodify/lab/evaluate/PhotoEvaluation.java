package app.moodify.lab.evaluate;

import app.moodify.core.photo.PhotoAnalyzer;
import app.moodify.core.photo.UnreadablePhotoException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Sends labelled photos the way an uploaded photo goes: decode, find the face, cut, classify. */
final class PhotoEvaluation {
  private final PhotoAnalyzer analyzer;
  private final Consumer<String> progress;

  /**
   * Prepares.
   *
   * @param progress told of each photo whose answer is not its label
   */
  PhotoEvaluation(PhotoAnalyzer analyzer, Consumer<String> progress) {
    this.analyzer = analyzer;
    this.progress = progress;
  }

  /**
   * Judges the photos in their order.
   *
   * @throws IOException if a photo's file cannot be read; a file that is no photo is an answer
   */
  List<JudgedPhoto> judge(List<PhotoLabel> labels) throws IOException {
    List<JudgedPhoto> judged = new ArrayList<>();
    for (PhotoLabel label : labels) {
      JudgedPhoto photo = judge(label);
      judged.add(photo);
      if (!photo.isRight()) {
        String answer = photo.answer().map(emotion -> emotion.key()).orElse("no face");
        progress.accept(
            label.photo().getFileName() + ": " + answer + ", not " + label.expected().key());
      }
    }
    return judged;
  }

  private JudgedPhoto judge(PhotoLabel label) throws IOException {
    try {
      return new JudgedPhoto(
          label, Optional.of(analyzer.analyze(Files.readAllBytes(label.photo()))));
    } catch (UnreadablePhotoException broken) {
      progress.accept(label.photo().getFileName() + ": " + broken.fault().message());
      return new JudgedPhoto(label, Optional.empty());
    }
  }
}

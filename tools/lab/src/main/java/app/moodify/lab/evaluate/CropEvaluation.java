package app.moodify.lab.evaluate;

import app.moodify.core.mood.EmotionScores;
import app.moodify.lab.dataset.LabelledCrop;
import app.moodify.vision.EmotionClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks the model about crops, one after the other on one thread, as a photo's face is asked. */
final class CropEvaluation {
  /** TensorFlow and the JVM are slower at first; what is measured is how they are later. */
  private static final int WARM_UP = 50;

  private static final long TELL_EVERY_NANOSECONDS = 10_000_000_000L;

  private final EmotionClassifier classifier;
  private final Consumer<String> progress;

  /**
   * Prepares.
   *
   * @param progress told every ten seconds, in a sentence, how far it is
   */
  CropEvaluation(EmotionClassifier classifier, Consumer<String> progress) {
    this.classifier = classifier;
    this.progress = progress;
  }

  /** Returns what the model makes of each crop, in their order. */
  List<JudgedCrop> judge(List<LabelledCrop> crops) {
    crops.stream().limit(WARM_UP).forEach(crop -> classifier.classify(crop.pixels()));
    List<JudgedCrop> judged = new ArrayList<>();
    long told = System.nanoTime();
    for (LabelledCrop crop : crops) {
      judged.add(judge(crop));
      if (System.nanoTime() - told > TELL_EVERY_NANOSECONDS) {
        told = System.nanoTime();
        progress.accept(judged.size() + " of " + crops.size() + " faces judged");
      }
    }
    return judged;
  }

  private JudgedCrop judge(LabelledCrop crop) {
    long start = System.nanoTime();
    EmotionScores scores = classifier.classify(crop.pixels());
    double milliseconds = (System.nanoTime() - start) / 1e6;
    return new JudgedCrop(crop, scores, classifier.isSure(scores), votesAnswer(crop), milliseconds);
  }

  /** FER+'s columns begin with the classes of the model's second head, in the same order. */
  private Optional<Integer> votesAnswer(LabelledCrop crop) {
    if (classifier.voteClasses().isEmpty() || crop.votes().flatMap(FerPlusMajority::of).isEmpty()) {
      return Optional.empty();
    }
    double[] votes = classifier.votes(crop.pixels());
    int best = 0;
    for (int i = 1; i < votes.length; i++) {
      best = votes[i] > votes[best] ? i : best;
    }
    return Optional.of(best);
  }
}

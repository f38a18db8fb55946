package app.moodify.lab.evaluate;

import app.moodify.core.mood.Emotion;
import app.moodify.core.mood.EmotionScores;
import app.moodify.vision.EmotionClassifier;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks the model about crops, one after the other on one thread, as a photo's face is asked. */
@Command(
    name = "predict",
    description = {
      "Prints what the shipped model makes of face crops, with the code that serves it.",
      "A CSV table with a row for each crop: a probability for each emotion, whether the \"not"
          + " sure\" rule lets the answer through, and the milliseconds it took."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:every crop has its row",
      "1:the crops cannot be read",
      "2:the command line was wrong"
    })
public final class PredictCommand implements Callable<Integer> {
  private static final int CROP_BYTES = 48 * 48;

  /** TensorFlow and the JVM are slower at first; what is measured is how they are later. */
  private static final int WARM_UP = 50;

  private static final long REPORT_EVERY_NANOSECONDS = 10_000_000_000L;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "CROPS",
      description = "A file of unsigned bytes: for each crop 48 rows of 48 grey values.")
  private Path crops;

  @Option(
      names = "--votes",
      description = "Ask also how ten raters of FER+ would share their votes: more columns.")
  private boolean votes;

  @Override
  public Integer call() {
    Path models = Path.of(System.getenv().getOrDefault("MOODIFY_MODELS", "models"));
    try {
      long count = cropCount();
      try (EmotionClassifier classifier = EmotionClassifier.open(models)) {
        predict(classifier, count);
      }
      return 0;
    } catch (NoSuchFileException missing) {
      return fail("there is no file " + crops + ".");
    } catch (IOException failure) {
      return fail(failure.getMessage());
    }
  }

  private int fail(String sentence) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("moodify predict: " + sentence);
    err.flush();
    return 1;
  }

  private long cropCount() throws IOException {
    long bytes = Files.size(crops);
    if (bytes == 0 || bytes % CROP_BYTES != 0) {
      throw new IOException(
          crops + " is no file of crops: its " + bytes + " bytes are not " + CROP_BYTES + " each.");
    }
    return bytes / CROP_BYTES;
  }

  private void predict(EmotionClassifier classifier, long count) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    try (InputStream file = new BufferedInputStream(Files.newInputStream(crops))) {
      for (int i = 0; i < Math.min(WARM_UP, count); i++) {
        classifier.classify(file.readNBytes(CROP_BYTES));
      }
    }
    CSVPrinter table = new CSVPrinter(spec.commandLine().getOut(), CSVFormat.RFC4180);
    table.printRecord(header(classifier));
    long reported = System.nanoTime();
    try (InputStream file = new BufferedInputStream(Files.newInputStream(crops))) {
      for (long done = 1; done <= count; done++) {
        table.printRecord(row(classifier, file.readNBytes(CROP_BYTES)));
        if (System.nanoTime() - reported > REPORT_EVERY_NANOSECONDS) {
          reported = System.nanoTime();
          err.println(done + " of " + count + " faces classified");
          err.flush();
        }
      }
    }
    table.flush();
  }

  private List<Object> header(EmotionClassifier classifier) {
    List<Object> names = new ArrayList<>();
    Arrays.stream(Emotion.values()).map(Emotion::key).forEach(names::add);
    names.addAll(List.of("sure", "milliseconds"));
    if (votes) {
      classifier.voteClasses().forEach(name -> names.add("votes_" + name));
    }
    return names;
  }

  private List<Object> row(EmotionClassifier classifier, byte[] crop) {
    long start = System.nanoTime();
    EmotionScores scores = classifier.classify(crop);
    double milliseconds = (System.nanoTime() - start) / 1e6;
    List<Object> values = new ArrayList<>();
    Arrays.stream(Emotion.values()).map(scores::of).forEach(values::add);
    values.addAll(List.of(classifier.isSure(scores), milliseconds));
    if (votes) {
      Arrays.stream(classifier.votes(crop)).forEach(values::add);
    }
    return values;
  }
}

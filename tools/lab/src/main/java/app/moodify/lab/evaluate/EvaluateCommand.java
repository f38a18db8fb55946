package app.moodify.lab.evaluate;

import app.moodify.console.Steps;
import app.moodify.lab.dataset.DatasetException;
import app.moodify.lab.dataset.FaceDataset;
import app.moodify.lab.dataset.LabelledCrop;
import app.moodify.lab.dataset.Split;
import app.moodify.vision.EmotionClassifier;
import app.moodify.vision.VisionPhotoAnalyzer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Judges the model, on crops of FER-2013, on whole photos, or on both. */
@Command(
    name = "evaluate",
    description =
        "Measures how well the shipped model reads expressions, with the code that serves it.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:measured, printed and written",
      "1:the data or a file could not be read or written",
      "2:the command line was wrong"
    })
public final class EvaluateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "FER-2013: the raw files, fer2013.csv, or train/ and test/.")
  private Path data;

  @Option(
      names = "--split",
      paramLabel = "SPLIT",
      converter = SplitName.class,
      defaultValue = "PublicTest",
      description =
          "Training, PublicTest (the default: choose with it) or PrivateTest (for the report).")
  private Split split;

  @Option(
      names = "--photos",
      paramLabel = "DIR",
      description = "Labelled photos, to go the whole way: find the face, cut it out, classify.")
  private Path photos;

  @Option(
      names = "--labels",
      paramLabel = "CSV",
      description = "The photos' labels: columns file and expected_emotion.")
  private Path labels;

  @Option(
      names = "--write",
      paramLabel = "FILE",
      description = "Where the measures go, pictures beside it (default: models/metrics.json).")
  private Path write;

  @Option(names = "--json", description = "Print the measures as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if (data == null && photos == null) {
      throw wrong("There is nothing to judge: give --data DIR, or --photos DIR --labels CSV.");
    }
    if ((photos == null) != (labels == null)) {
      throw wrong("--photos DIR and --labels CSV belong together.");
    }
    try {
      evaluate();
      return 0;
    } catch (DatasetException | IOException problem) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("moodify evaluate: " + problem.getMessage());
      err.flush();
      return 1;
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private void evaluate() throws DatasetException, IOException {
    Steps steps = new Steps(spec.commandLine().getErr(), InstantSource.system());
    Path models = Path.of(System.getenv().getOrDefault("MOODIFY_MODELS", "models"));
    Path target = (write == null ? models.resolve("metrics.json") : write).toAbsolutePath();
    MetricsFile file = new MetricsFile(target);
    Metrics known = file.read().orElse(null);
    CardTables card = new CardTables(target.resolveSibling("README.md"));
    if (data != null) {
      known = saved(judgeCrops(models, known, steps), file);
      new FigureFiles(target.getParent()).write(split, known.splits().get(split.key()));
    }
    if (photos != null) {
      known = saved(judgePhotos(models, known, steps), file);
    }
    card.write(known);
    print(known);
    steps.report("Written: " + target);
  }

  /** Returns the measures as they are in the file, rounded: tables and pictures are of the file. */
  private static Metrics saved(Metrics measured, MetricsFile file) throws IOException {
    file.write(measured);
    return file.read().orElseThrow();
  }

  private Metrics judgeCrops(Path models, Metrics known, Steps steps)
      throws DatasetException, IOException {
    List<LabelledCrop> crops =
        FaceDataset.read(data, steps::done).stream().filter(crop -> crop.split() == split).toList();
    if (crops.isEmpty()) {
      throw new DatasetException(data + " has no " + split.key() + " rows.");
    }
    try (EmotionClassifier classifier = EmotionClassifier.open(models)) {
      steps.done("Judging " + crops.size() + " faces of " + split.key());
      SplitReport report = SplitReport.of(new CropEvaluation(classifier, steps::done).judge(crops));
      return about(known, classifier.version()).with(split, report);
    }
  }

  private Metrics judgePhotos(Path models, Metrics known, Steps steps)
      throws DatasetException, IOException {
    List<PhotoLabel> labelled = PhotoLabels.read(labels, photos);
    try (VisionPhotoAnalyzer analyzer = VisionPhotoAnalyzer.open(models, 1)) {
      steps.done("Judging " + labelled.size() + " photos");
      PhotoReport report =
          PhotoReport.of(new PhotoEvaluation(analyzer, steps::done).judge(labelled));
      return about(known, analyzer.modelVersion()).with(report);
    }
  }

  private static Metrics about(Metrics known, String version) {
    return known == null ? Metrics.of(version) : known.about(version);
  }

  private void print(Metrics metrics) {
    PrintWriter out = spec.commandLine().getOut();
    SplitReport report = data == null ? null : metrics.splits().get(split.key());
    PhotoReport photoReport = photos == null ? null : metrics.photos();
    if (json) {
      out.println(MetricsFile.json(new Printed(metrics.model(), split.key(), report, photoReport)));
    } else {
      out.print(Summary.of(metrics.model(), split, report, photoReport));
    }
    out.flush();
  }

  /** What this run measured, nulls left out. */
  private record Printed(String model, String split, SplitReport crops, PhotoReport photos) {}

  /** Takes a split's name whatever its case. */
  static final class SplitName implements ITypeConverter<Split> {
    @Override
    public Split convert(String name) {
      for (Split each : Split.values()) {
        if (each.key().equalsIgnoreCase(name)) {
          return each;
        }
      }
      throw new TypeConversionException(
          "\"" + name + "\" is no split: Training, PublicTest or PrivateTest");
    }
  }
}

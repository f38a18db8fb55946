package app.moodify.vision;

import app.moodify.core.mood.EmotionScores;
import java.nio.file.Path;
import java.util.List;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.types.TFloat32;

/**
 * Reads the expression of an aligned face by inference with the SavedModel in TensorFlow.
 * Thread-safe: a session may be run by several threads at once. Public for those who evaluate the
 * model on crops; whoever has photos uses {@link VisionPhotoAnalyzer}.
 */
public final class EmotionClassifier implements AutoCloseable {
  private static final String SIGNATURE = "serving_default";

  /** Any negative number: operations run in the calling thread, without a hand-over. */
  private static final int CALLERS_THREAD = -1;

  private static final int PIXELS = FaceAligner.SIDE * FaceAligner.SIDE;

  private final ModelCard card;
  private final Doubt doubt;
  private final SavedModelBundle model;
  private final String input;
  private final String output;
  private final String votesOutput;

  /**
   * Loads the model.
   *
   * @param folder with the SavedModel and {@code model.json}
   * @param threads how many threads one operation may use, 1 or more
   */
  EmotionClassifier(Path folder, int threads) {
    this.card = ModelCard.read(folder);
    this.doubt = Doubt.read(folder, card.version());
    ConfigProto config =
        ConfigProto.newBuilder()
            .setIntraOpParallelismThreads(threads)
            .setInterOpParallelismThreads(CALLERS_THREAD)
            .build();
    this.model =
        SavedModelBundle.loader(folder.toString()).withTags("serve").withConfigProto(config).load();
    SignatureDef signature = model.metaGraphDef().getSignatureDefOrThrow(SIGNATURE);
    this.input = signature.getInputsOrThrow(card.input().name()).getName();
    this.output = signature.getOutputsOrThrow(card.output().name()).getName();
    this.votesOutput =
        card.votes() == null ? null : signature.getOutputsOrThrow(card.votes().name()).getName();
  }

  /**
   * Loads the model that a photo's expression is read with, on one thread.
   *
   * @param models the folder with {@code expression/}
   * @throws RuntimeException naming the file, if the model cannot be read
   */
  public static EmotionClassifier open(Path models) {
    return new EmotionClassifier(models.resolve("expression"), 1);
  }

  /** Returns the version of the model. */
  public String version() {
    return card.version();
  }

  /** Returns whether scores are clear enough to be reported. */
  public boolean isSure(EmotionScores scores) {
    return card.isSure(scores);
  }

  /** Returns how much less the model's scores are worth, by what a crop is like. */
  Doubt doubt() {
    return doubt;
  }

  /** Returns what the trainer says about the model. */
  ModelCard card() {
    return card;
  }

  /**
   * Reads an expression. The face and its mirror image are classified in one batch and their scores
   * averaged: an expression does not change in the mirror, the model's errors partly do.
   *
   * @param crop 48 rows of 48 grey values, 0 to 255
   */
  public EmotionScores classify(byte[] crop) {
    return EmotionScores.of(mean(run(crop, mirrored(crop))));
  }

  /**
   * Returns what the model's second head makes of a crop: how ten raters of FER+ would share their
   * votes, in the order of {@link #voteClasses}; together 1. Original and mirrored, as {@link
   * #classify}.
   *
   * @throws IllegalStateException if the model was trained without votes
   */
  public double[] votes(byte[] crop) {
    if (voteClasses().isEmpty()) {
      throw new IllegalStateException("Model " + version() + " was trained without votes");
    }
    return mean(fetch(votesOutput, crop, mirrored(crop)));
  }

  /** Returns the names of the classes of {@link #votes}; none if the model knows no votes. */
  public List<String> voteClasses() {
    return card.votes() == null ? List.of() : card.votes().classes();
  }

  /** Runs inference without more: a row of probabilities for each crop. */
  float[][] run(byte[]... crops) {
    return fetch(output, crops);
  }

  private float[][] fetch(String output, byte[]... crops) {
    float[] pixels = new float[crops.length * PIXELS];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = crops[i / PIXELS][i % PIXELS] & 0xff;
    }
    Shape shape = Shape.of(crops.length, FaceAligner.SIDE, FaceAligner.SIDE, 1);
    try (TFloat32 batch = TFloat32.tensorOf(shape, DataBuffers.of(pixels));
        Result result = model.session().runner().feed(input, batch).fetch(output).run()) {
      TFloat32 probabilities = (TFloat32) result.get(0);
      float[][] rows = new float[crops.length][Math.toIntExact(probabilities.shape().get(1))];
      for (int row = 0; row < rows.length; row++) {
        for (int column = 0; column < rows[row].length; column++) {
          rows[row][column] = probabilities.getFloat(row, column);
        }
      }
      return rows;
    }
  }

  /** The mean of two rows, made to add up to 1: the model's floats do so but for rounding. */
  private static double[] mean(float[][] rows) {
    double[] mean = new double[rows[0].length];
    double sum = 0;
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (rows[0][i] + rows[1][i]) / 2;
      sum += mean[i];
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= sum;
    }
    return mean;
  }

  private static byte[] mirrored(byte[] crop) {
    byte[] mirror = new byte[crop.length];
    int side = FaceAligner.SIDE;
    for (int i = 0; i < crop.length; i++) {
      mirror[i] = crop[i / side * side + side - 1 - i % side];
    }
    return mirror;
  }

  @Override
  public void close() {
    model.close();
  }
}

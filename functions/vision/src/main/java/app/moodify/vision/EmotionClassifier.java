package app.moodify.vision;

import app.moodify.core.Emotion;
import app.moodify.core.EmotionScores;
import java.nio.file.Path;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.types.TFloat32;

/**
 * Reads the expression of an aligned face with the SavedModel, which TensorFlow runs. Thread-safe:
 * a session may be run by several threads at once.
 */
final class EmotionClassifier implements AutoCloseable {
  private static final String SIGNATURE = "serving_default";

  /** Any negative number: operations run in the thread that asks, without a hand-over. */
  private static final int CALLERS_THREAD = -1;

  private static final int PIXELS = FaceAligner.SIDE * FaceAligner.SIDE;

  private final ModelCard card;
  private final SavedModelBundle model;
  private final String input;
  private final String output;

  /**
   * Loads the model.
   *
   * @param folder with the SavedModel and {@code model.json}
   * @param threads how many threads one operation may use, 1 or more
   */
  EmotionClassifier(Path folder, int threads) {
    this.card = ModelCard.read(folder);
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
  }

  /** Returns what the trainer says about the model. */
  ModelCard card() {
    return card;
  }

  /**
   * Reads an expression. The face and its mirror image are asked in one batch and their answers
   * averaged: an expression does not change in the mirror, the model's errors partly do.
   *
   * @param crop 48 rows of 48 grey values, 0 to 255
   */
  EmotionScores classify(byte[] crop) {
    float[][] answers = run(crop, mirrored(crop));
    double[] mean = new double[Emotion.values().length];
    double sum = 0;
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (answers[0][i] + answers[1][i]) / 2;
      sum += mean[i];
    }
    for (int i = 0; i < mean.length; i++) {
      mean[i] /= sum; // the model's floats add up to 1 but for rounding
    }
    return EmotionScores.of(mean);
  }

  /** Runs the model as it is: a row of probabilities for each crop. */
  float[][] run(byte[]... crops) {
    float[] pixels = new float[crops.length * PIXELS];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = crops[i / PIXELS][i % PIXELS] & 0xff;
    }
    Shape shape = Shape.of(crops.length, FaceAligner.SIDE, FaceAligner.SIDE, 1);
    try (TFloat32 batch = TFloat32.tensorOf(shape, DataBuffers.of(pixels));
        Result result = model.session().runner().feed(input, batch).fetch(output).run()) {
      TFloat32 probabilities = (TFloat32) result.get(0);
      float[][] rows = new float[crops.length][Emotion.values().length];
      for (int row = 0; row < rows.length; row++) {
        for (int column = 0; column < rows[row].length; column++) {
          rows[row][column] = probabilities.getFloat(row, column);
        }
      }
      return rows;
    }
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

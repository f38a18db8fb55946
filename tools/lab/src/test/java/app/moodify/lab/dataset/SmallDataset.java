package app.moodify.lab.dataset;

import app.moodify.core.mood.Emotion;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.StringJoiner;
import javax.imageio.ImageIO;

/** Made-up faces of all labels and splits, and each layout they can be written in. */
final class SmallDataset {
  private static final int SIDE = 48;
  private static final String HEADER = "emotion,pixels,Usage\n";
  private static final String FER_PLUS_HEADER =
      "Usage,Image name,neutral,happiness,surprise,sadness,anger,disgust,fear,contempt,unknown,NF\n";

  private SmallDataset() {}

  /** Returns 14 faces, no two alike: ten of Training, then two of each test; all have votes. */
  static List<LabelledCrop> faces() {
    Random random = new Random(2013);
    List<LabelledCrop> faces = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      byte[] pixels = new byte[SIDE * SIDE];
      random.nextBytes(pixels);
      Emotion label = Emotion.values()[i % 7];
      Split split = i < 10 ? Split.TRAINING : i < 12 ? Split.PUBLIC_TEST : Split.PRIVATE_TEST;
      List<Integer> votes = List.of(i % 4, 1, 0, 6, 0, 0, 0, 0, 0, 3 - i % 4);
      faces.add(new LabelledCrop(pixels, label, split, Optional.of(votes), i < 10));
    }
    return faces;
  }

  static List<LabelledCrop> withoutVotes(List<LabelledCrop> faces) {
    return faces.stream()
        .map(
            face ->
                new LabelledCrop(
                    face.pixels(),
                    face.label(),
                    face.split(),
                    Optional.empty(),
                    face.copyOfTraining()))
        .toList();
  }

  static void writeRaw(Path folder, List<LabelledCrop> faces) throws IOException {
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    ByteArrayOutputStream labels = new ByteArrayOutputStream();
    ByteArrayOutputStream usage = new ByteArrayOutputStream();
    for (LabelledCrop face : faces) {
      pixels.writeBytes(face.pixels());
      labels.write(face.label().ordinal());
      usage.write(face.split().ordinal());
    }
    Files.write(folder.resolve("pixels_14x48x48.u8"), pixels.toByteArray());
    Files.write(folder.resolve("labels_14.u8"), labels.toByteArray());
    Files.write(folder.resolve("usage_14.u8"), usage.toByteArray());
  }

  static void writeRawVotes(Path folder, List<LabelledCrop> faces) throws IOException {
    ByteArrayOutputStream votes = new ByteArrayOutputStream();
    faces.forEach(face -> face.votes().orElseThrow().forEach(votes::write));
    Files.write(folder.resolve("ferplus_votes_14x10.u8"), votes.toByteArray());
  }

  static void writeTable(Path folder, List<LabelledCrop> faces) throws IOException {
    StringBuilder table = new StringBuilder(HEADER);
    for (LabelledCrop face : faces) {
      table.append(line(face)).append('\n');
    }
    Files.writeString(folder.resolve("fer2013.csv"), table);
  }

  /** Returns such as {@code 3,70 80 82 ...,Training}. */
  static String line(LabelledCrop face) {
    StringJoiner pixels = new StringJoiner(" ");
    for (byte pixel : face.pixels()) {
      pixels.add(Integer.toString(Byte.toUnsignedInt(pixel)));
    }
    return face.label().ordinal() + "," + pixels + "," + face.split().key();
  }

  static void writeTableVotes(Path folder, List<LabelledCrop> faces) throws IOException {
    StringBuilder table = new StringBuilder(FER_PLUS_HEADER);
    for (LabelledCrop face : faces) {
      StringJoiner values = new StringJoiner(",").add(face.split().key()).add("");
      face.votes().orElseThrow().forEach(count -> values.add(count.toString()));
      table.append(values).append('\n');
    }
    Files.writeString(folder.resolve("fer2013new.csv"), table);
  }

  /** Writes a PNG file of a face, and the folders above it. */
  static void writePicture(Path file, LabelledCrop face) throws IOException {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setDataElements(0, 0, SIDE, SIDE, face.pixels());
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
  }
}

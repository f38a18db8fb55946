package app.moodify.lab.dataset;

import app.moodify.core.mood.Emotion;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** A {@link LabelledCrop} before it is compared with the Training rows. */
record Row(byte[] pixels, Emotion label, Split split, Optional<List<Integer>> votes) {
  /** Bytes of a picture of 48 x 48 grey pixels. */
  static final int PIXELS = 48 * 48;

  /** What FER+ counts: eight expressions, unknown, and not-a-face. */
  static final int VOTES = 10;

  /** What is wrong with any other label, as a part of a sentence. */
  static final String LABELS = "labels must be 0 (angry) to 6 (neutral)";

  Row(byte[] pixels, Emotion label, Split split) {
    this(pixels, label, split, Optional.empty());
  }

  Row withSplit(Split other) {
    return new Row(pixels, label, other, votes);
  }

  /** Counts that are all zero stand for a face that no one voted on. */
  Row withVotes(List<Integer> counts) {
    boolean voted = counts.stream().anyMatch(count -> count > 0);
    return new Row(
        pixels, label, split, voted ? Optional.of(List.copyOf(counts)) : Optional.empty());
  }

  /** Returns a key that two rows share if, and only if, their pixels are the same. */
  ByteBuffer picture() {
    return ByteBuffer.wrap(pixels);
  }

  /** Returns the emotion that a number stands for in FER-2013, or nothing for other numbers. */
  static Optional<Emotion> emotion(int label) {
    Emotion[] emotions = Emotion.values();
    return label >= 0 && label < emotions.length ? Optional.of(emotions[label]) : Optional.empty();
  }
}

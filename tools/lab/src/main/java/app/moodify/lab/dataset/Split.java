package app.moodify.lab.dataset;

import java.util.Arrays;
import java.util.Optional;

/** The parts of FER-2013, in the order of the raw layout's {@code usage_*.u8}. */
public enum Split {
  TRAINING("Training"),
  PUBLIC_TEST("PublicTest"),
  PRIVATE_TEST("PrivateTest");

  private final String key;

  Split(String key) {
    this.key = key;
  }

  /** Returns the name that {@code fer2013.csv} uses, such as {@code PrivateTest}. */
  public String key() {
    return key;
  }

  /** Returns the split with this {@link #key()}, or nothing for any other text, also null. */
  public static Optional<Split> fromKey(String key) {
    return Arrays.stream(values()).filter(split -> split.key.equals(key)).findFirst();
  }
}

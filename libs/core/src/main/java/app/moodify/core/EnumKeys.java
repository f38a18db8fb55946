package app.moodify.core;

import java.util.Arrays;
import java.util.Optional;

/** Finds enum constants by the names they have outside of Java. */
public final class EnumKeys {
  private EnumKeys() {}

  /** Returns the value with this key, or nothing for any other text, also null. */
  public static <E extends Enum<E> & Keyed> Optional<E> find(E[] values, String key) {
    return Arrays.stream(values).filter(value -> value.key().equals(key)).findFirst();
  }
}

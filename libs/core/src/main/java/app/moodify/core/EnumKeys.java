package app.moodify.core;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Finds enum constants by the names they have outside of Java. */
public final class EnumKeys {
  private EnumKeys() {}

  /** Returns the value with this key, or nothing for any other text, also null. */
  public static <E extends Enum<E>> Optional<E> find(
      E[] values, Function<E, String> keyOf, String key) {
    return Arrays.stream(values).filter(value -> keyOf.apply(value).equals(key)).findFirst();
  }
}

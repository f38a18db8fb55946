package app.moodify.core;

import java.util.Locale;

/** An enum whose constants have a name outside of Java: in Firestore, in JSON and on the page. */
public interface Keyed {
  /** Returns the constant's name in Java, such as {@code NO_FACE}. */
  String name();

  /** Returns the name used outside of Java, such as {@code no_face}. */
  default String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

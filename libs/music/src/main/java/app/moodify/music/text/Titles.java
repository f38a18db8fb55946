package app.moodify.music.text;

import app.moodify.core.mood.Affect;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives pieces of music titles that sound like them: each two words, no title twice. */
public final class Titles {
  private static final List<String> BRIGHT_LIVELY =
      List.of("Golden", "Sunlit", "Electric", "Dancing", "Sparkling", "Summer", "Laughing", "Neon");
  private static final List<String> BRIGHT_GENTLE =
      List.of("Gentle", "Honey", "Silver", "Velvet", "Drifting", "Warm", "Quiet", "Amber");
  private static final List<String> DARK_LIVELY =
      List.of("Iron", "Restless", "Crimson", "Thunder", "Burning", "Midnight", "Wild", "Storming");
  private static final List<String> DARK_GENTLE =
      List.of("Fading", "Winter", "Distant", "Grey", "Lonely", "Hushed", "Pale", "Sunken");

  private static final List<String> LIVELY =
      List.of(
          "Parade", "Skyline", "Carousel", "Rush", "Festival", "Rockets", "Avenue", "Fireworks");
  private static final List<String> EVEN =
      List.of("Garden", "River", "Window", "Postcard", "Harbour", "Lantern", "Orchard", "Balcony");
  private static final List<String> GENTLE =
      List.of("Lullaby", "Meadow", "Snowfall", "Tide", "Feather", "Evening", "Lake", "Pillow");

  private final Set<String> given = new HashSet<>();
  private int count;

  /**
   * Returns a title that was not given before. The same calls in the same order give the same
   * titles.
   */
  public String next(Affect affect) {
    List<String> first = first(affect);
    List<String> second = second(affect);
    for (int tries = 0; tries < first.size() * second.size(); tries++) {
      count++;
      String title =
          first.get(count % first.size()) + " " + second.get(count / first.size() % second.size());
      if (given.add(title)) {
        return title;
      }
    }
    return numbered(first.get(count % first.size()) + " " + second.get(0));
  }

  private String numbered(String title) {
    int number = 2;
    while (!given.add(title + " No. " + number)) {
      number++;
    }
    return title + " No. " + number;
  }

  private static List<String> first(Affect affect) {
    if (affect.valence() >= 0) {
      return affect.arousal() >= 0 ? BRIGHT_LIVELY : BRIGHT_GENTLE;
    }
    return affect.arousal() >= 0 ? DARK_LIVELY : DARK_GENTLE;
  }

  private static List<String> second(Affect affect) {
    if (Math.abs(affect.arousal()) < 0.33) {
      return EVEN;
    }
    return affect.arousal() > 0 ? LIVELY : GENTLE;
  }
}

package app.moodify.music.text;

import app.moodify.core.mood.Affect;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Gives pieces of music titles that sound like them: each two words, of about a thousand pairs for
 * each part of the plane.
 */
public final class Titles {
  private static final List<String> BRIGHT_LIVELY =
      words(
          "Golden Sunlit Electric Dancing Sparkling Summer Laughing Neon Radiant Dazzling Jubilant"
              + " Soaring Bouncing Glittering Tropical Vivid Cheering Whirling Blazing Festive"
              + " Brilliant Leaping Carefree Gleaming Spirited Skipping Racing Scarlet Ringing"
              + " Bubbling Sunday Shining");
  private static final List<String> BRIGHT_GENTLE =
      words(
          "Gentle Honey Silver Velvet Drifting Warm Quiet Amber Tender Rosy Mellow Floating"
              + " Peaceful Lilac Linen Pearl Sleepy Feathered Apricot Misty Willow Cotton Lavender"
              + " Dewy Hazel Ivory Slow Cosy Starlit Opal Serene Clover");
  private static final List<String> DARK_LIVELY =
      words(
          "Iron Restless Crimson Thunder Burning Midnight Wild Storming Jagged Reckless Shattered"
              + " Volcanic Roaring Furious Savage Broken Hunted Smoking Scorched Rusted Feverish"
              + " Howling Clashing Frantic Grinding Bitter Sleepless Hollow Steel Obsidian Raging"
              + " Breathless");
  private static final List<String> DARK_GENTLE =
      words(
          "Fading Winter Distant Grey Lonely Hushed Pale Sunken Weary Ashen Forgotten Empty Faded"
              + " Cold Wistful Shadowed Rainy Vanishing Frozen Sombre Withered Autumn Silent Dusky"
              + " Clouded Muted Leaving Drowned Late Lost Bare Foggy");

  private static final List<String> LIVELY =
      words(
          "Parade Skyline Carousel Rush Festival Rockets Avenue Fireworks Circus Highway Boulevard"
              + " Sprint Engine Rapids Stampede Arcade Signal Tempo Chase Market Dynamo Comet"
              + " Jubilee Express Gallop Runway Voltage Cascade Marathon Turbine Bonfire"
              + " Roundabout");
  private static final List<String> EVEN =
      words(
          "Garden River Window Postcard Harbour Lantern Orchard Balcony Bridge Corridor Courtyard"
              + " Letter Mirror Staircase Compass Library Ferry Valley Terrace Archway Lighthouse"
              + " Station Map Village Canal Fountain Island Kite Rooftop Meridian Crossing Atlas");
  private static final List<String> GENTLE =
      words(
          "Lullaby Meadow Snowfall Tide Feather Evening Lake Pillow Candle Drizzle Cradle Moonrise"
              + " Shore Blanket Twilight Cloud Whisper Dusk Reverie Pond Ember Nocturne Cove Moss"
              + " Raindrop Slumber Breath Glade Driftwood Haze Stillness Hammock");

  private Titles() {}

  /**
   * Returns a title; the same arguments give the same one, and pieces may share one.
   *
   * @param seed of the piece's randomness
   * @param affect what the piece sounds like
   */
  public static String of(long seed, Affect affect) {
    SplittableRandom random = new SplittableRandom(seed);
    return pick(first(affect), random) + " " + pick(second(affect), random);
  }

  private static String pick(List<String> words, SplittableRandom random) {
    return words.get(random.nextInt(words.size()));
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

  private static List<String> words(String list) {
    return List.of(list.split(" "));
  }
}

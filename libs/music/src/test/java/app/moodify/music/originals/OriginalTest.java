package app.moodify.music.originals;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.mood.Affect;
import app.moodify.core.music.Recipe;
import app.moodify.core.music.Speed;
import app.moodify.core.music.Track;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginalTest {
  @ParameterizedTest
  @CsvSource({
    "1,           0,     -0.33, moodify-1-0-n33",
    "1804289383,  0.8,    0.5,  moodify-1804289383-80-50",
    "0,          -1,      1,    moodify-0-n100-100",
    "7,          -0.004,  0.004, moodify-7-0-0",
    "7,           0.129, -0.051, moodify-7-13-n5"
  })
  void theIdHoldsTheRecipeToHundredths(long seed, double valence, double arousal, String id) {
    assertThat(Original.of(seed, new Affect(valence, arousal)).id()).isEqualTo(id);
  }

  @Test
  void theTrackIsFoundAgainByItsIdAlone() {
    Random random = new Random(1);
    for (int number = 0; number < 1000; number++) {
      Track track =
          Original.of(
              random.nextInt(Integer.MAX_VALUE),
              new Affect(2 * random.nextDouble() - 1, 2 * random.nextDouble() - 1));

      assertThat(Original.find(track.id())).contains(track);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "moodify-001",
        "jamendo-1-2-3",
        "moodify-1-0-101",
        "moodify-1-n101-0",
        "moodify-1-n0-0",
        "moodify-01-0-0",
        "moodify-1-080-50",
        "moodify--1-0-0",
        "moodify-9999999999999999-0-0",
        "moodify-1-0-0-0",
        "moodify-1-0-0\n"
      })
  void whatIsNoIdOfAnOriginalIsNotFound(String id) {
    assertThat(Original.find(id)).isEmpty();
  }

  @Test
  void aSeedIsANumberThatThePageReadsExactly() {
    Track track = Original.find("moodify-999999999999999-0-0").orElseThrow();

    assertThat(track.recipe().orElseThrow().seed()).isLessThan(1L << 53);
  }

  /** As {@code secondsOf(characterOf(recipe))} of the page's composer says. */
  @Test
  void aPieceIsAsLongAsThePageRendersIt() {
    Track track = Original.of(1, new Affect(0, -0.33));

    assertThat(track.recipe()).contains(new Recipe(1, new Affect(0, -0.33)));
    assertThat(track.durationSeconds()).isEqualTo(194);
  }

  @Test
  void aRecipeSoundsLikeItsTrack() {
    Track track = Original.of(5, new Affect(0.123, -0.456));

    assertThat(track.affect()).isEqualTo(new Affect(0.12, -0.46));
    assertThat(track.recipe().orElseThrow().affect()).isEqualTo(track.affect());
  }

  @Test
  void tastesCanBeLearnedFromIt() {
    Track track = Original.of(5, new Affect(-0.6, 0.8));

    assertThat(track.traits().tags()).isEqualTo(List.of("melancholic", "energetic"));
    assertThat(track.traits().speed()).isEqualTo(Optional.of(Speed.VERY_HIGH));
    assertThat(track.traits().instrumental()).contains(true);
    assertThat(track.artistId()).as("nobody to like or dislike").isEmpty();
  }
}

package app.moodify.music.text;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.mood.Affect;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitlesTest {
  @ParameterizedTest
  @CsvSource({
    "0.5, 0.5",
    "0.5, 0.1",
    "0.5, -0.1",
    "0.5, -0.5",
    "-0.5, 0.5",
    "-0.5, 0.1",
    "-0.5, -0.1",
    "-0.5, -0.5"
  })
  void everyPartOfThePlaneHasAThousandTitlesOfTwoDifferentWords(double valence, double arousal) {
    Set<String> titles = new HashSet<>();
    for (int seed = 0; seed < 20_000; seed++) {
      titles.add(Titles.of(seed, new Affect(valence, arousal)));
    }

    assertThat(titles)
        .hasSizeGreaterThanOrEqualTo(1000)
        .allMatch(title -> title.matches("([A-Z][a-z]+) (?!\\1)[A-Z][a-z]+"));
  }

  @Test
  void theSamePieceHasTheSameTitle() {
    Affect affect = new Affect(0.3, 0.3);

    assertThat(Titles.of(12, affect)).isEqualTo(Titles.of(12, affect));
  }
}

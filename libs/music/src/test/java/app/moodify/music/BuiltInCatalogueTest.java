package app.moodify.music;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.mood.Affect;
import app.moodify.core.music.Catalogue;
import app.moodify.core.music.MusicRegion;
import app.moodify.core.music.Recipe;
import app.moodify.core.music.Track;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuiltInCatalogueTest {
  private static final MusicRegion ANYWHERE =
      new MusicRegion("anywhere", new Affect(0, 0), List.of(), List.of(), List.of());
  private static final List<Track> ALL = find(new Affect(0, 0), 10_000);

  @Test
  void hasHundredsOfPiecesEachWithItsOwnNameIdAndRecipe() {
    assertThat(ALL).hasSizeGreaterThanOrEqualTo(200);
    assertThat(ALL)
        .extracting(Track::id)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[a-z0-9-]+"));
    assertThat(ALL)
        .extracting(Track::title)
        .doesNotHaveDuplicates()
        .allMatch(title -> title.matches("[A-Z][a-z]+ [A-Z][a-z]+"));
    assertThat(ALL).extracting(track -> track.recipe().orElseThrow()).doesNotHaveDuplicates();
    assertThat(ALL)
        .extracting(Track::durationSeconds)
        .allMatch(seconds -> seconds >= 90 && seconds <= 300);
  }

  @Test
  void isTheSameEveryTime() {
    assertThat(find(new Affect(0, 0), 10_000)).isEqualTo(ALL);
  }

  @Test
  void hasTenPiecesNearEveryPlace() {
    for (double valence = -0.9; valence <= 0.9; valence += 0.1) {
      for (double arousal = -0.9; arousal <= 0.9; arousal += 0.1) {
        Affect place = new Affect(valence, arousal);

        assertThat(find(place, 10))
            .as("near %s", place)
            .hasSize(10)
            .allMatch(track -> track.affect().distanceTo(place) < 0.4);
      }
    }
  }

  @Test
  void givesTheNearestFirst() {
    Affect place = new Affect(0.8, 0.5);

    assertThat(find(place, 20)).extracting(track -> track.affect().distanceTo(place)).isSorted();
  }

  /** As {@code secondsOf(characterOf(recipe))} of the page's composer says. */
  @Test
  void aPieceIsAsLongAsThePageRendersIt() {
    Track first =
        ALL.stream().filter(track -> track.id().equals("moodify-001")).findFirst().orElseThrow();

    assertThat(first.recipe()).contains(new Recipe(1, new Affect(0, -0.33)));
    assertThat(first.durationSeconds()).isEqualTo(194);
  }

  @Test
  void aRecipeSoundsLikeItsTrack() {
    assertThat(ALL)
        .allMatch(track -> track.recipe().map(Recipe::affect).orElseThrow().equals(track.affect()));
  }

  private static List<Track> find(Affect target, int size) {
    return new BuiltInCatalogue().find(new Catalogue.Query(ANYWHERE, target, size));
  }
}

package app.moodify.music;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.moodify.core.mood.Affect;
import app.moodify.core.music.Catalogue;
import app.moodify.core.music.MusicRegion;
import app.moodify.core.music.Recipe;
import app.moodify.core.music.Track;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuiltInCatalogueTest {
  private static final MusicRegion ANYWHERE =
      new MusicRegion("anywhere", new Affect(0, 0), List.of(), List.of(), List.of());
  private static final Affect HAPPY = new Affect(0.8, 0.5);

  @Test
  void findsAsManyPiecesAsAskedForEachWithItsOwnIdAndRecipe() {
    List<Track> many = find(new Affect(0, 0), 10_000, 1);

    assertThat(many).hasSize(10_000);
    assertThat(many)
        .extracting(Track::id)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[a-z0-9-]+"));
    assertThat(many)
        .extracting(Track::title)
        .allMatch(title -> title.matches("[A-Z][a-z]+ [A-Z][a-z]+"));
    assertThat(many).extracting(track -> track.recipe().orElseThrow()).doesNotHaveDuplicates();
    assertThat(many)
        .extracting(Track::durationSeconds)
        .allMatch(seconds -> seconds >= 90 && seconds <= 300);
  }

  @Test
  void findsTheSameEveryTime() {
    assertThat(find(HAPPY, 60, 7)).isEqualTo(find(HAPPY, 60, 7));
  }

  @Test
  void anotherSeedAndAnotherPlaceFindOtherPieces() {
    List<Recipe> recipes = new ArrayList<>();
    for (int seed = 0; seed < 100; seed++) {
      find(HAPPY, 60, seed).forEach(track -> recipes.add(track.recipe().orElseThrow()));
      find(new Affect(-0.7, -0.5), 60, seed)
          .forEach(track -> recipes.add(track.recipe().orElseThrow()));
    }

    assertThat(recipes).hasSize(12_000).extracting(Recipe::seed).doesNotHaveDuplicates();
  }

  @Test
  void hasTenPiecesNearEveryPlace() {
    for (double valence = -1; valence <= 1; valence += 0.1) {
      for (double arousal = -1; arousal <= 1; arousal += 0.1) {
        Affect place = new Affect(valence, arousal);

        assertThat(find(place, 60, 3))
            .as("near %s", place)
            .allMatch(track -> track.affect().distanceTo(place) < 0.51)
            .filteredOn(track -> track.affect().distanceTo(place) < 0.4)
            .hasSizeGreaterThanOrEqualTo(10);
      }
    }
  }

  @Test
  void piecesAreSpreadEvenlyAroundThePlace() {
    List<Track> found = find(new Affect(0.2, -0.1), 10_000, 5);

    assertThat(found.stream().mapToDouble(track -> track.affect().valence()).average())
        .hasValueCloseTo(0.2, within(0.02));
    assertThat(found.stream().mapToDouble(track -> track.affect().arousal()).average())
        .hasValueCloseTo(-0.1, within(0.02));
    assertThat(found)
        .filteredOn(track -> track.affect().distanceTo(new Affect(0.2, -0.1)) < 0.25)
        .as("half the radius has a quarter of the disc")
        .hasSizeBetween(2300, 2700);
  }

  private static List<Track> find(Affect target, int size, long seed) {
    return new BuiltInCatalogue().find(new Catalogue.Query(ANYWHERE, target, size, seed));
  }
}

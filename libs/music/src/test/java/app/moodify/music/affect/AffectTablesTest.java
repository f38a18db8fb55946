package app.moodify.music.affect;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.mood.Affect;
import app.moodify.core.mood.Emotion;
import app.moodify.core.mood.Goal;
import app.moodify.core.music.MusicRegion;
import app.moodify.core.music.Speed;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AffectTablesTest {
  private static final AffectTables TABLES = AffectTables.STANDARD;
  private static final Affect MIDDLE = new Affect(0, 0);

  @Test
  void everyRowNamesASourceThatIsExplained() throws IOException {
    try (Reader reader =
        new InputStreamReader(
            AffectTables.class.getResourceAsStream("affect.json"), StandardCharsets.UTF_8)) {
      JsonObject file = new Gson().fromJson(reader, JsonObject.class);
      Set<String> sources = file.getAsJsonObject("sources").keySet();
      for (String table : file.keySet()) {
        if (!table.equals("sources")) {
          for (JsonElement row : file.getAsJsonArray(table)) {
            assertThat(sources)
                .as("%s: %s", table, row)
                .contains(row.getAsJsonObject().get("source").getAsString());
          }
        }
      }
    }
  }

  @Test
  void musicThatFitsAnExpressionLiesWhereTheExpressionDoes() {
    for (Emotion emotion : Emotion.values()) {
      assertThat(TABLES.place(emotion, Goal.MATCH)).isEqualTo(emotion.affect());
    }
  }

  @Test
  void everyRegionIsAskedForInWordsThatLieNearIt() {
    assertThat(TABLES.regions()).extracting(MusicRegion::key).doesNotHaveDuplicates();
    for (MusicRegion region : TABLES.regions()) {
      assertThat(region.tags()).isNotEmpty().doesNotContain("horror");
      assertThat(region.moods()).isNotEmpty().allMatch(mood -> TABLES.mood(mood).isPresent());
      assertThat(region.speeds()).isNotEmpty();
      Affect words = AffectEstimate.of(region.tags(), Optional.empty(), Optional.empty(), MIDDLE);
      assertThat(words.distanceTo(region.place())).as(region.key()).isLessThan(0.5);
    }
  }

  @Test
  void livelyRegionsAreFastAndQuietOnesSlow() {
    assertThat(region("elated").speeds()).containsExactly(Speed.HIGH, Speed.VERY_HIGH);
    assertThat(region("mellow").speeds()).containsExactly(Speed.LOW);
    assertThat(region("peaceful").speeds()).containsExactly(Speed.VERY_LOW, Speed.LOW);
  }

  @ParameterizedTest
  @CsvSource({
    "Deep House,electronic",
    "hip-hop/rap,hiphop",
    "Lo-Fi,ambient",
    "hard rock,rock",
    "Classical,classical"
  })
  void theCataloguesManyGenresBelongToFewFamilies(String genre, String family) {
    assertThat(GenreFamilies.of(genre)).contains(family);
  }

  @Test
  void anUnknownGenreBelongsToNoFamily() {
    assertThat(GenreFamilies.of("Zeuhl")).isEmpty();
  }

  @Test
  void allOfAudiusMoodsHaveAPlace() {
    List<String> moods =
        List.of(
            """
            Peaceful, Romantic, Sentimental, Tender, Easygoing, Yearning, Sophisticated, Sensual,
            Cool, Gritty, Melancholy, Serious, Brooding, Fiery, Defiant, Aggressive, Rowdy, Excited,
            Energizing, Empowering, Stirring, Upbeat"""
                .split(",\\s+"));

    assertThat(moods).allMatch(mood -> TABLES.mood(mood).isPresent());
  }

  @Test
  void withoutAKnownWordATrackIsTakenToLieWhereItWasFound() {
    Affect found = new Affect(0.4, -0.6);

    assertThat(AffectEstimate.of(List.of("vinyl"), Optional.of("Other"), Optional.empty(), found))
        .isEqualTo(found);
  }

  @Test
  void theMoreWordsAreKnownTheLessItMattersWhereATrackWasFound() {
    Affect found = new Affect(-1, -1);
    Affect happy = MoodWords.placeOf("happy").orElseThrow();
    double one = of(found, "happy").distanceTo(happy);
    double three = of(found, "happy", "cheerful", "upbeat").distanceTo(happy);

    assertThat(three).isLessThan(one).isLessThan(0.3);
  }

  @Test
  void speedSaysSomethingOfArousalOnly() {
    Affect fast =
        AffectEstimate.of(List.of(), Optional.empty(), Optional.of(Speed.VERY_HIGH), MIDDLE);

    assertThat(fast.valence()).isZero();
    assertThat(fast.arousal()).isGreaterThan(0.5);
  }

  private static Affect of(Affect found, String... tags) {
    return AffectEstimate.of(List.of(tags), Optional.empty(), Optional.empty(), found);
  }

  private static MusicRegion region(String key) {
    return TABLES.regions().stream()
        .filter(each -> each.key().equals(key))
        .findFirst()
        .orElseThrow();
  }
}

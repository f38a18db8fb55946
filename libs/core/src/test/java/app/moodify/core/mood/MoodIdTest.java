package app.moodify.core.mood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoodIdTest {
  @Test
  void isNamedByItsPhotoAndByItsDocument() {
    MoodId id = new MoodId("ada", "m1");

    assertThat(MoodId.ofPhotoPath("photos/ada/m1")).contains(id);
    assertThat(MoodId.ofKeptPhotoPath("kept/ada/m1")).contains(id);
    assertThat(MoodId.ofMoodPath("users/ada/moods/m1")).contains(id);
    assertThat(id.photoPath()).isEqualTo("photos/ada/m1");
    assertThat(id.keptPhotoPath()).isEqualTo("kept/ada/m1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "photos",
        "photos/ada",
        "photos/ada/",
        "photos//m1",
        "photos/ada/m1/",
        "photos/ada/x/m1",
        "/photos/ada/m1",
        "photos/ada/.",
        "photos/ada/..",
        "photos/__a__/m1",
        "photos/ada/ ",
        "other/ada/m1",
        "kept/ada/m1"
      })
  void otherPathsAreNoPhotos(String path) {
    assertThat(MoodId.ofPhotoPath(path)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "users/ada",
        "users/ada/moods",
        "users/ada/moods/",
        "users/ada/playlists/m1",
        "users/ada/moods/m1/notes/n1",
        "users//moods/m1"
      })
  void otherPathsAreNoMoods(String path) {
    assertThat(MoodId.ofMoodPath(path)).isEmpty();
  }

  @Test
  void anIdThatFirestoreRefusesIsRefused() {
    assertThat(MoodId.ofPhotoPath("photos/ada/" + "x".repeat(1500))).isPresent();
    assertThat(MoodId.ofPhotoPath("photos/ada/" + "x".repeat(1501))).isEmpty();
    assertThatThrownBy(() -> new MoodId("a/b", "m1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("a/b");
  }

  @Test
  void aMoodIsWrittenWithoutItsPerson() {
    assertThat(new MoodId("ada", "m1")).hasToString("m1");
  }
}

package app.moodify.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.mood.MoodId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpkeepOfPhotosTest extends UpkeepInFramework {
  @Test
  void photosOlderThanADayGo() {
    photos().put("photos/ada/a-old", 1, NOW.minus(Duration.ofHours(25)));
    photos().put("photos/ada/b-fresh", 1, NOW.minus(Duration.ofHours(23)));
    photos().put("photos/ada/c-old", 5, A_MONTH_AGO);
    photos().put("photos/elsewhere", 1, A_MONTH_AGO);
    photos().put("pictures/ada", 1, A_MONTH_AGO);

    run(clock());

    assertThat(photos().paths()).containsExactly("photos/ada/b-fresh", "pictures/ada");
  }

  @Test
  void keptPhotosStayAsLongAsTheirEntryNamesThem() throws Exception {
    String[] names = {"a-kept", "b-of-nobody", "c-failed", "d-retaken", "e-fresh"};
    for (String name : names) {
      photos().put("kept/ada/" + name, 9, name.equals("e-fresh") ? NOW : A_MONTH_AGO);
    }
    kept("a-kept", 5);
    kept("c-failed", 5);
    firestore().document("users/ada/moods/c-failed").update("photo.kept", false).get();
    mood("d-retaken", NOW, 6);
    firestore().document("users/ada/moods/d-retaken").update("photo.kept", true).get();

    for (int runs = 0; runs < 3; runs++) {
      assertThat(photos().paths()).as("a batch a run").hasSizeGreaterThanOrEqualTo(5 - 2 * runs);
      run(clock());
    }

    assertThat(photos().paths()).containsExactly("kept/ada/a-kept", "kept/ada/e-fresh");
  }

  @Test
  void aRunWhoseTimeIsOverGoesOnNextTimeWhereItStopped() throws Exception {
    for (String name : new String[] {"a", "b", "c", "d", "e"}) {
      photos().put("photos/ada/" + name, 1, A_MONTH_AGO);
    }

    run(clock(), Duration.ZERO);
    assertThat(photos().paths()).containsExactly("photos/ada/c", "photos/ada/d", "photos/ada/e");
    run(clock(), Duration.ZERO);
    assertThat(photos().paths()).containsExactly("photos/ada/e");
    run(clock(), Duration.ZERO);
    assertThat(photos().paths()).isEmpty();
    assertThat(firestore().document("upkeep/expired-photos").get().get().exists()).isFalse();
  }

  @Test
  void photosThatNobodyBeganToReadAreSentOnceMore() throws Exception {
    photos().put("photos/ada/a-unread0123456789", 1, NOW.minus(Duration.ofMinutes(11)));
    photos().put("photos/ada/b-fresh0123456789a", 1, NOW.minus(Duration.ofMinutes(9)));
    photos().put("photos/ada/c-being-read01234567", 7, NOW.minus(Duration.ofMinutes(11)));
    mood("c-being-read01234567", NOW, 7);
    photos().put("kept/ada/d-kept0123456789abc", 1, NOW.minus(Duration.ofMinutes(11)));

    run(clock());

    assertThat(photos().sentAgain()).containsExactly("photos/ada/a-unread0123456789");
  }

  @ParameterizedTest
  @CsvSource({
    "ready, 11, true",
    "unsure, 11, true",
    "ready, 9, false",
    "ready, 121, false",
    "no_face, 11, false",
    "failed, 11, false"
  })
  void entriesWhosePlaylistIsMissingAreWrittenOnceMore(String status, int minutes, boolean touched)
      throws Exception {
    Instant made = NOW.minus(Duration.ofMinutes(minutes));
    firestore()
        .document("users/ada/moods/m0123456789")
        .set(
            Map.of(
                "status",
                status,
                "source",
                "manual",
                "emotion",
                "happy",
                "createdAt",
                timestamp(made)))
        .get();

    run(clock());

    assertThat(
            firestore().document("users/ada/moods/m0123456789").get().get().contains("updatedAt"))
        .isEqualTo(touched);
  }

  @Test
  void entriesWithTheirPlaylistAreLeftAlone() throws Exception {
    firestore()
        .document("users/ada/moods/m0123456789")
        .set(
            Map.of(
                "status",
                "ready",
                "source",
                "manual",
                "emotion",
                "happy",
                "createdAt",
                timestamp(NOW.minus(Duration.ofMinutes(11)))))
        .get();
    MoodId id = new MoodId("ada", "m0123456789");
    String hash = cloud().playlists().find(id).openRequest().orElseThrow().hash();
    firestore().document("users/ada/playlists/m0123456789").set(Map.of("requestHash", hash)).get();

    run(clock());

    assertThat(
            firestore().document("users/ada/moods/m0123456789").get().get().contains("updatedAt"))
        .isFalse();
  }
}

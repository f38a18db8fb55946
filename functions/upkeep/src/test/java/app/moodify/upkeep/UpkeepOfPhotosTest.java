package app.moodify.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

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
}

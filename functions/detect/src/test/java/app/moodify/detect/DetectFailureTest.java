package app.moodify.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import app.moodify.core.mood.MoodEvent.Kind;
import app.moodify.core.photo.PhotoFault;
import app.moodify.testing.SavedEvent;
import com.google.cloud.firestore.DocumentSnapshot;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectFailureTest extends DetectInFramework {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "avatars/ada/x",
        "photos/ada",
        "photos/ada/",
        "photos//x",
        "photos/ada/album/x",
        "photo",
        "photos/ada/..",
        "photos/__ada__/x",
        "thumbs/photos/ada/x"
      })
  void anObjectOutsideOfPhotosIsIgnored(String name) {
    int reads = PHOTOS.reads();

    assertThat(send(SavedEvent.uploaded(name))).isEqualTo(200);

    assertThat(PHOTOS.reads()).isEqualTo(reads);
  }

  @Test
  void anEventThatMakesNoSenseIsDone() {
    assertThat(send(event(1).with("no json"))).isEqualTo(200);
    assertThat(send(event(1).with("{}"))).isEqualTo(200);
    assertThat(send(event(1).with(""))).isEqualTo(200);
  }

  @Test
  void aPhotoThatIsGoneLeavesNoEntry() throws Exception {
    assertThat(send(event(1))).isEqualTo(200);

    assertThat(mood().exists()).isFalse();
  }

  @Test
  void anEntryWhosePhotoIsGoneHasFailed() throws Exception {
    moods().claim(id(), photo(1), Optional.empty(), NOW);

    assertThat(send(event(1))).isEqualTo(200);

    assertThat(mood().getData()).contains(entry("status", "failed"));
    assertThat(mood().get("error.code")).isEqualTo("photo_gone");
  }

  @ParameterizedTest
  @EnumSource(PhotoFault.class)
  void everyFaultOfAPhotoEndsAsFailedWithItsCodeAndSentence(PhotoFault fault) throws Exception {
    upload(fault.name(), 1);

    assertThat(send(event(1))).isEqualTo(200);

    assertThat(mood().getString("status")).isEqualTo("failed");
    assertThat(mood().get("error"))
        .isEqualTo(Map.of("code", fault.code(), "message", fault.message()));
    assertThat(PUBLISHED.of(id())).hasSize(1).allMatch(event -> event.kind() == Kind.ANALYZED);
    assertThat(PHOTOS.has(path())).isFalse();
  }

  @Test
  void anEmptyOrTooLargeObjectFailsWithoutBeingRead() throws Exception {
    int reads = PHOTOS.reads();
    upload("happy", 1);

    send(event(1).size(10 * 1024 * 1024 + 1));
    assertThat(mood().get("error.code")).isEqualTo("too_many_bytes");
    upload("happy", 2);
    send(event(2).size(0));

    assertThat(mood().get("error.code")).isEqualTo("empty");
    assertThat(PHOTOS.reads()).isEqualTo(reads);
    assertThat(PHOTOS.has(path())).isFalse();
  }

  @Test
  void whileTheBucketIsDownTheEventComesAgain() throws Exception {
    upload("happy", 1);
    PHOTOS.down(true);
    assertThat(send(event(1))).isEqualTo(500);

    PHOTOS.down(false);
    assertThat(send(event(1))).isEqualTo(200);

    assertThat(mood().getString("status")).isEqualTo("ready");
  }

  /** More often than a person may send photos a minute. */
  @Test
  void aPhotoThatIsTriedAgainAndAgainCountsOnceAgainstTheLimit() throws Exception {
    upload("happy", 1);
    PHOTOS.down(true);
    for (int attempt = 0; attempt < 45; attempt++) {
      assertThat(send(event(1))).isEqualTo(500);
    }

    PHOTOS.down(false);
    assertThat(send(event(1))).isEqualTo(200);

    assertThat(mood().getString("status")).isEqualTo("ready");
  }

  /** As upkeep and a local run do, with a photo whose event was lost. */
  @Test
  void aPhotoThatIsSentAgainAndAgainCountsOnceAgainstTheLimit() throws Exception {
    upload("happy", 1);
    PHOTOS.down(true);
    assertThat(send(event(1))).isEqualTo(500);
    for (int generation = 2; generation < 47; generation++) {
      assertThat(send(event(generation).uploadedAt(Instant.ofEpochMilli(1)))).isEqualTo(500);
    }

    PHOTOS.down(false);
    upload("happy", 47);
    assertThat(send(event(47).uploadedAt(Instant.ofEpochMilli(1)))).isEqualTo(200);

    assertThat(mood().getString("status")).isEqualTo("ready");
  }

  @Test
  void eachPhotoOfAnEntryCountsAgainstTheLimit() throws Exception {
    PHOTOS.down(true);
    for (int generation = 1; generation <= 40; generation++) {
      assertThat(send(event(generation))).isEqualTo(500);
    }

    PHOTOS.down(false);
    upload("happy", 41);
    assertThat(send(event(41))).isEqualTo(200);

    assertThat(mood().get("error.code")).isEqualTo("too_many_photos");
  }

  @Test
  void whileTheTopicIsDownTheEventComesAgainAndTheVerdictStays() throws Exception {
    upload("happy", 1);
    PUBLISHED.down(true);
    assertThat(send(event(1))).isEqualTo(500);
    DocumentSnapshot verdict = mood();
    assertThat(verdict.getString("status")).isEqualTo("ready");
    assertThat(PHOTOS.has(path())).isTrue();

    PUBLISHED.down(false);
    assertThat(send(event(1))).isEqualTo(200);

    assertThat(mood().getUpdateTime()).isEqualTo(verdict.getUpdateTime());
    assertThat(PUBLISHED.of(id())).hasSize(1);
    assertThat(PHOTOS.has(path())).isFalse();
  }

  @Test
  void aPhotoThatFindsNoPlaceIsTriedAgain() throws Exception {
    upload("busy", 1);
    assertThat(send(event(1))).isEqualTo(500);
    assertThat(mood().getString("status")).isEqualTo("analyzing");

    upload("happy", 1);
    assertThat(send(event(1))).isEqualTo(200);

    assertThat(mood().getString("status")).isEqualTo("ready");
  }

  @Test
  void anAnalyzerThatCrashesIsTriedAgainForAnHourAndThenGivenUp() throws Exception {
    upload("crash", 1);
    assertThat(send(event(1).at(NOW.minusSeconds(3600)))).isEqualTo(500);
    assertThat(mood().getString("status")).isEqualTo("analyzing");

    assertThat(send(event(1).at(NOW.minusSeconds(3601)))).isEqualTo(200);

    assertThat(mood().getString("status")).isEqualTo("failed");
    assertThat(mood().get("error.code")).isEqualTo("gave_up");
    assertThat(PUBLISHED.of(id())).hasSize(1);
    assertThat(PHOTOS.has(path())).isFalse();
  }

  @Test
  void afterAnHourWithTheBucketDownTheEntryFailsAndTheEventIsDone() throws Exception {
    upload("happy", 1);
    PHOTOS.down(true);

    assertThat(send(event(1).at(NOW.minusSeconds(3700)))).isEqualTo(200);

    assertThat(mood().get("error.code")).isEqualTo("gave_up");
  }
}

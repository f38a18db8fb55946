package app.moodify.detect;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.person.ProfileStore;
import app.moodify.testing.SavedEvent;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the photos of somebody who keeps them. */
class KeptPhotoTest extends DetectInFramework {
  @BeforeEach
  void keepPhotos() throws Exception {
    keepsPhotos(true);
  }

  @Test
  void aPhotoThatIsKeptMovesOutOfTheReachOfTheBucketsRule() throws Exception {
    upload("happy", 1);

    assertThat(send(event(1))).isEqualTo(200);

    assertThat(PHOTOS.content(kept())).contains("happy");
    assertThat(PHOTOS.has(path())).isFalse();
    assertThat(mood().get("photo"))
        .isEqualTo(Map.of("path", kept(), "generation", 1L, "size", 345678L, "kept", true));
  }

  @Test
  void theCopysOwnEventIsIgnored() throws Exception {
    upload("happy", 1);
    send(event(1));
    var verdict = mood().getUpdateTime();

    assertThat(send(SavedEvent.uploaded(kept()).generation(2))).isEqualTo(200);

    assertThat(mood().getUpdateTime()).isEqualTo(verdict);
    assertThat(PHOTOS.has(kept())).isTrue();
  }

  @Test
  void aTryThatStoppedAfterTheVerdictIsBroughtToItsEnd() throws Exception {
    upload("happy", 1);
    PUBLISHED.down(true);
    assertThat(send(event(1))).isEqualTo(500);
    assertThat(PHOTOS.has(path())).isTrue();
    PUBLISHED.down(false);

    for (int times = 0; times < 3; times++) {
      assertThat(send(event(1))).isEqualTo(200);
    }

    assertThat(PHOTOS.content(kept())).contains("happy");
    assertThat(PHOTOS.has(path())).isFalse();
    assertThat(mood().get("photo.kept")).isEqualTo(true);
  }

  @Test
  void anUploadThatIsGoneBeforeItCouldBeKeptIsNotKept() throws Exception {
    upload("happy", 1);
    ANALYZER.meanwhile(() -> PHOTOS.remove(path()));

    assertThat(send(event(1))).isEqualTo(200);

    assertThat(PHOTOS.has(kept())).isFalse();
    assertThat(mood().get("photo.kept")).isEqualTo(false);
  }

  @Test
  void aNewPhotoTakesThePlaceOfTheOneThatWasKept() throws Exception {
    upload("happy", 1);
    send(event(1));
    upload("sad", 2);

    send(event(2));

    assertThat(PHOTOS.content(kept())).contains("sad");
  }

  @Test
  void aNewPhotoThatIsNotKeptTakesTheKeptOneAway() throws Exception {
    upload("happy", 1);
    send(event(1));
    keepsPhotos(false);
    upload("sad", 2);

    send(event(2));

    assertThat(PHOTOS.has(kept())).isFalse();
    assertThat(mood().get("photo.kept")).isEqualTo(false);
  }

  @Test
  void anOldEventDoesNotBringAnOldPhotoBack() throws Exception {
    upload("happy", 1);
    send(event(1));
    upload("sad", 2);
    send(event(2));

    assertThat(send(event(1))).isEqualTo(200);

    assertThat(PHOTOS.content(kept())).contains("sad");
  }

  @Test
  void ofAnEntryThatIsDeletedMeanwhileNothingIsKept() throws Exception {
    upload("happy", 1);
    ANALYZER.meanwhile(this::deleteEntryOnceClaimed);

    assertThat(send(event(1))).isEqualTo(200);

    assertThat(PHOTOS.has(kept())).isFalse();
    assertThat(PHOTOS.has(path())).isFalse();
  }

  @Test
  void underAConsentToAnEarlierNoticeNothingIsReadOrKept() throws Exception {
    profile(Map.of("keepPhotos", true, "consent", Map.of("given", true, "version", 1)));
    upload("happy", 1);

    assertThat(send(event(1))).isEqualTo(200);

    assertThat(mood().get("error.code")).isEqualTo("no_consent");
    assertThat(PHOTOS.has(kept())).isFalse();
    assertThat(PHOTOS.has(path())).isFalse();
  }

  private void keepsPhotos(boolean keeps) throws Exception {
    profile(
        Map.of(
            "keepPhotos", keeps, "consent", Map.of("given", true, "version", ProfileStore.NOTICE)));
  }

  private String kept() {
    return id().keptPhotoPath();
  }
}

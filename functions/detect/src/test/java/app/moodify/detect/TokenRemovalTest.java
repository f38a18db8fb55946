package app.moodify.detect;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.testing.SavedEvent;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class TokenRemovalTest extends DetectInFramework {
  @Test
  void aKeptPhotoOpensWithNoLink() {
    String kept = id().keptPhotoPath();
    PHOTOS.put(kept, 7, "happy");

    assertThat(send(SavedEvent.uploaded(kept).generation(7))).isEqualTo(200);

    assertThat(PHOTOS.content(kept)).contains("happy");
    assertThat(PHOTOS.hasToken(kept)).isFalse();
  }

  @Test
  void aPersonsPictureOpensWithNoLink() {
    String picture = "pictures/" + id().uid();
    PHOTOS.put(picture, 7, "ada");

    assertThat(send(SavedEvent.uploaded(picture).generation(7))).isEqualTo(200);

    assertThat(PHOTOS.content(picture)).contains("ada");
    assertThat(PHOTOS.hasToken(picture)).isFalse();
  }

  @Test
  void aPhotoOpensWithNoLinkWhileItIsRead() {
    upload("happy", 1);
    AtomicBoolean isOpen = new AtomicBoolean(true);
    ANALYZER.meanwhile(() -> isOpen.set(staysOpen(path())));

    assertThat(send(event(1))).isEqualTo(200);

    assertThat(isOpen).isFalse();
  }

  @Test
  void aPhotoWhoseReadingFailsOpensWithNoLinkAllTheSame() {
    upload("busy", 1);

    assertThat(send(event(1))).isEqualTo(500);

    assertThat(PHOTOS.has(path())).isTrue();
    assertThat(PHOTOS.hasToken(path())).isFalse();
  }

  @Test
  void duplicateEventsAreIdempotent() {
    String picture = "pictures/" + id().uid();
    PHOTOS.put(picture, 7, "ada");
    SavedEvent event = SavedEvent.uploaded(picture).generation(7);

    assertThat(send(event)).isEqualTo(200);
    assertThat(send(event)).isEqualTo(200);

    assertThat(PHOTOS.hasToken(picture)).isFalse();
  }

  @Test
  void anEventOfAPictureThatWasDeletedIsDone() {
    SavedEvent event = SavedEvent.uploaded("pictures/" + id().uid()).generation(7);

    assertThat(send(event)).isEqualTo(200);
  }

  @Test
  void whileTheBucketIsDownTheEventComesAgain() {
    String picture = "pictures/" + id().uid();
    PHOTOS.put(picture, 7, "ada");
    SavedEvent event = SavedEvent.uploaded(picture).generation(7);
    PHOTOS.down(true);
    assertThat(send(event)).isEqualTo(500);
    PHOTOS.down(false);

    assertThat(send(event)).isEqualTo(200);

    assertThat(PHOTOS.hasToken(picture)).isFalse();
  }

  @Test
  void anEventThatFailsIsTriedAgainForAnHourAndThenGivenUp() {
    String picture = "pictures/" + id().uid();
    PHOTOS.put(picture, 7, "ada");
    SavedEvent event = SavedEvent.uploaded(picture).generation(7);
    PHOTOS.down(true);

    assertThat(send(event.at(NOW.minusSeconds(3600)))).isEqualTo(500);
    assertThat(send(event.at(NOW.minusSeconds(3601)))).isEqualTo(200);

    assertThat(PHOTOS.hasToken(picture)).isTrue();
  }

  @Test
  void whatIsNoPersonsIsLeftAlone() {
    PHOTOS.put("elsewhere/x", 7, "x");

    assertThat(send(SavedEvent.uploaded("elsewhere/x").generation(7))).isEqualTo(200);

    assertThat(PHOTOS.hasToken("elsewhere/x")).isTrue();
  }

  /** Whether it still has a token after a while that is long for a bucket in memory. */
  private static boolean staysOpen(String path) {
    for (int looks = 0; looks < 1000 && PHOTOS.hasToken(path); looks++) {
      sleep();
    }
    return PHOTOS.hasToken(path);
  }

  private static void sleep() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}

package app.moodify.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import app.moodify.core.mood.MoodEvent.Kind;
import com.google.cloud.firestore.DocumentSnapshot;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class DetectTest extends DetectInFramework {
  @Test
  void anUploadedPhotoGetsItsVerdictIsPublishedAndDeleted() throws Exception {
    upload("happy", 1);

    assertThat(send(event(1).goal("calm"))).isEqualTo(200);

    assertThat(mood().getData())
        .contains(
            entry("status", "ready"),
            entry("emotion", "happy"),
            entry("goal", "calm"),
            entry("faces", 1L),
            entry(
                "photo", Map.of("path", path(), "generation", 1L, "size", 345678L, "kept", false)));
    assertThat(PUBLISHED.of(id())).hasSize(1).allMatch(event -> event.kind() == Kind.ANALYZED);
    assertThat(PHOTOS.has(path())).isFalse();
  }

  /** Neither who it is nor what they feel: not the face, and nothing to tell it by. */
  @Test
  void ofAPhotoNothingIsStoredButItsExpression() throws Exception {
    upload("happy", 1);

    send(event(1));

    assertThat(mood().getData())
        .containsOnlyKeys(
            "status",
            "goal",
            "traceparent",
            "source",
            "photo",
            "createdAt",
            "updatedAt",
            "faces",
            "box",
            "scores",
            "emotion",
            "confidence",
            "affect",
            "modelVersion",
            "ms");
    assertThat(mood().get("scores")).asInstanceOf(InstanceOfAssertFactories.MAP).hasSize(7);
    assertThat(PHOTOS.has(path())).isFalse();
  }

  @Test
  void aPhotoWithoutAFaceSaysSo() throws Exception {
    upload("no face", 1);

    send(event(1));

    assertThat(mood().getData())
        .contains(entry("status", "no_face"), entry("faces", 0L))
        .doesNotContainKeys("scores", "emotion", "box", "error");
    assertThat(PHOTOS.has(path())).isFalse();
  }

  @Test
  void duplicateEventsAreIdempotent() throws Exception {
    upload("happy", 1);
    send(event(1));
    DocumentSnapshot first = mood();

    for (int times = 0; times < 4; times++) {
      assertThat(send(event(1))).isEqualTo(200);
    }

    assertThat(mood().getUpdateTime()).isEqualTo(first.getUpdateTime());
  }

  @Test
  void eventsOutOfOrderAreIdempotent() throws Exception {
    upload("sad", 2);
    send(event(2));
    DocumentSnapshot newest = mood();
    upload("happy", 1);

    assertThat(send(event(1))).isEqualTo(200);

    assertThat(newest.getString("emotion")).isEqualTo("sad");
    assertThat(mood().getUpdateTime()).isEqualTo(newest.getUpdateTime());
  }

  @Test
  void aNewPhotoForTheSameMoodGetsItsOwnVerdict() throws Exception {
    upload("happy", 1);
    send(event(1));
    upload("sad", 2);

    send(event(2));

    assertThat(mood().getString("emotion")).isEqualTo("sad");
    assertThat(mood().get("photo.generation")).isEqualTo(2L);
  }

  @Test
  void aPhotoWhoseEntryThePersonDeletedMeanwhileIsDeletedToo() throws Exception {
    upload("happy", 1);
    ANALYZER.meanwhile(this::deleteEntryOnceClaimed);

    assertThat(send(event(1))).isEqualTo(200);

    assertThat(mood().exists()).isFalse();
    assertThat(PHOTOS.has(path())).isFalse();
    assertThat(PUBLISHED.of(id())).isEmpty();
  }
}

package app.moodify.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import app.moodify.testing.SavedEvent;
import app.moodify.testing.WrittenEvent;
import com.google.cloud.firestore.DocumentSnapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecommendTest extends RecommendInFramework {
  @Test
  void aReadyMoodGetsAPlaylistOfFifteenTracksWithReasons() throws Exception {
    write(mood("ready", "happy", Map.of("goal", "lift")));

    assertThat(send(WrittenEvent.of(path(), "ready"))).isEqualTo(200);

    Map<String, Object> playlist = playlist().getData();
    assertThat(playlist)
        .contains(
            entry("goal", "lift"),
            entry("emotion", "happy"),
            entry("sources", List.of("Moodify originals")))
        .containsOnlyKeys(
            "goal",
            "emotion",
            "target",
            "tracks",
            "trackIds",
            "earlierTrackIds",
            "sources",
            "unavailable",
            "requestHash",
            "createdAt",
            "updatedAt");
    List<Map<String, Object>> tracks = tracks(playlist);
    assertThat(tracks).hasSize(15).doesNotHaveDuplicates();
    assertThat(tracks)
        .allSatisfy(
            track -> {
              assertThat(track)
                  .containsOnlyKeys(
                      "id",
                      "source",
                      "title",
                      "artist",
                      "durationSeconds",
                      "affect",
                      "tags",
                      "speed",
                      "instrumental",
                      "popularity",
                      "recipe",
                      "reasons",
                      "propensity",
                      "explores");
              assertThat((List<?>) track.get("reasons")).isNotEmpty();
            });
  }

  @Test
  void duplicateEventsAreIdempotent() throws Exception {
    write(mood("ready", "sad", Map.of()));

    send(WrittenEvent.of(path(), "ready"));
    DocumentSnapshot first = playlist();
    for (int times = 0; times < 4; times++) {
      assertThat(send(WrittenEvent.of(path(), "ready"))).isEqualTo(200);
    }

    assertThat(playlist().getUpdateTime()).isEqualTo(first.getUpdateTime());
  }

  @Test
  void aLateEventDoesNotReplaceANewerPlaylist() throws Exception {
    write(mood("ready", "sad", Map.of("goal", "calm")));
    SavedEvent old = WrittenEvent.ofCreation(path(), Map.of("goal", "match"));
    send(WrittenEvent.ofCreation(path(), Map.of("goal", "calm")));
    DocumentSnapshot newest = playlist();

    assertThat(send(old)).isEqualTo(200);

    assertThat(newest.getString("goal")).isEqualTo("calm");
    assertThat(playlist().getUpdateTime()).isEqualTo(newest.getUpdateTime());
  }

  @Test
  void anotherGoalGivesAnotherPlaylistInTheSamePlace() throws Exception {
    write(mood("ready", "angry", Map.of("goal", "match")));
    send(WrittenEvent.of(path(), "ready"));
    DocumentSnapshot first = playlist();

    mood().update("goal", "calm").get();
    send(WrittenEvent.of(path(), "ready"));

    DocumentSnapshot second = playlist();
    assertThat(second.getString("goal")).isEqualTo("calm");
    assertThat(second.get("createdAt")).isEqualTo(first.get("createdAt"));
    assertThat(tracks(second.getData())).doesNotContainAnyElementsOf(tracks(first.getData()));
  }

  @Test
  void aCorrectionReplacesWhatWasRead() throws Exception {
    write(mood("unsure", "fear", Map.of("correction", "happy")));

    send(WrittenEvent.of(path(), "unsure"));

    assertThat(playlist().getData())
        .contains(
            entry("emotion", "happy"), entry("target", Map.of("valence", 0.8, "arousal", 0.5)));
  }

  @Test
  void aMoodPickedByHandHasNoScoresAndIsCertain() throws Exception {
    write(picked("surprise"));

    send(WrittenEvent.of(path(), "ready"));

    assertThat(playlist().getData()).contains(entry("emotion", "surprise"), entry("goal", "match"));
  }

  @Test
  void anUnknownGoalMeansThatTheMusicIsToFit() throws Exception {
    write(mood("ready", "happy", Map.of("goal", "dance")));

    send(WrittenEvent.of(path(), "ready"));

    assertThat(playlist().getString("goal")).isEqualTo("match");
  }

  @Test
  void nothingIsWrittenForAMoodThatWasDeletedMeanwhile() throws Exception {
    assertThat(send(WrittenEvent.of(path(), "ready"))).isEqualTo(200);

    assertThat(playlist().exists()).isFalse();
  }

  @Test
  void aMoodWithoutAnExpressionGetsNoMusic() throws Exception {
    for (String status : List.of("analyzing", "no_face", "failed")) {
      write(Map.of("status", status, "source", "photo"));
      assertThat(send(WrittenEvent.of(path(), status))).isEqualTo(200);
    }

    assertThat(playlist().exists()).isFalse();
  }

  @Test
  void eventsOfOtherDocumentsDeletionsAndMalformedEventsAreDone() throws Exception {
    assertThat(send(WrittenEvent.ofDeletion(path()))).isEqualTo(200);
    assertThat(send(WrittenEvent.of("users/ada", "ready"))).isEqualTo(200);
    assertThat(send(WrittenEvent.of(path(), "ready").with("no protobuf"))).isEqualTo(200);
    assertThat(send(WrittenEvent.of(path(), "ready").with(""))).isEqualTo(200);
  }

  private void write(Map<String, Object> mood) throws Exception {
    mood().set(mood).get();
  }

  private static Map<String, Object> mood(String status, String emotion, Map<String, Object> more) {
    Map<String, Object> scores = new LinkedHashMap<>();
    for (String each : List.of("angry", "disgust", "fear", "happy", "sad", "surprise", "neutral")) {
      scores.put(each, each.equals(emotion) ? 0.94 : 0.01);
    }
    Map<String, Object> mood = new LinkedHashMap<>(more);
    mood.putAll(Map.of("status", status, "source", "photo", "emotion", emotion, "scores", scores));
    return mood;
  }
}

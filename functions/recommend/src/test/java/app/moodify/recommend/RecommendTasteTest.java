package app.moodify.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.FieldValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person says of their music changes the next playlist, and nothing else does. */
class RecommendTasteTest extends RecommendInFramework {
  @Test
  void equalMoodsGetTheSameListUntilThePersonHasHeardOrSaidSomething() throws Exception {
    List<String> first = nextPlaylist();

    assertThat(nextPlaylist()).isEqualTo(first);
    say(first.get(0), "dislike");
    say(first.get(1), "played");
    assertThat(nextPlaylist()).hasSize(15).doesNotContain(first.get(0), first.get(1));
  }

  @Test
  void tasteIsStoredAndTakingFeedbackBackTakesItAway() throws Exception {
    List<String> first = nextPlaylist();
    say(first.get(0), "dislike");
    nextPlaylist();
    assertThat(taste()).containsEntry("events", 1L);
    assertThat(((Map<?, ?>) taste().get("tracks")).containsKey(first.get(0))).isTrue();

    feedback(first.get(0)).delete().get();

    assertThat(nextPlaylist()).isEqualTo(first);
    assertThat(taste()).isNull();
  }

  @Test
  void feedbackForATrackThatWasNeverShownIsIgnored() throws Exception {
    List<String> first = nextPlaylist();
    String never = first.contains("moodify-001") ? "moodify-002" : "moodify-001";
    say(never, "dislike");

    assertThat(nextPlaylist()).isEqualTo(first);
    assertThat(taste()).isNull();
  }

  private void say(String trackId, String verdict) throws Exception {
    feedback(trackId)
        .set(
            Map.of(
                "verdict",
                verdict,
                "at",
                FieldValue.serverTimestamp(),
                "emotion",
                "happy",
                "playedShare",
                0.9))
        .get();
  }

  private DocumentReference feedback(String trackId) {
    return firestore().document(user() + "/feedback/" + trackId);
  }

  private Map<String, Object> taste() throws Exception {
    return firestore().document(user() + "/taste/current").get().get().getData();
  }

  /** Returns the ids of the tracks that another happy mood gets. */
  private List<String> nextPlaylist() throws Exception {
    return strings(playlistFor("happy"), "trackIds");
  }
}

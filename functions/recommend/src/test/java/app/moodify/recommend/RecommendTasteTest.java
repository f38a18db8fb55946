package app.moodify.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.testing.WrittenEvent;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.FieldValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person says of their music changes the next playlist, and nothing else does. */
class RecommendTasteTest extends RecommendInFramework {
  @Test
  void aMoodGetsTheSameListAgainUntilThePersonHasHeardOrSaidSomething() throws Exception {
    List<String> first = firstPlaylist();

    assertThat(playlistAgain()).isEqualTo(first);
    say(first.get(0), "dislike");
    say(first.get(1), "played");
    assertThat(playlistAgain()).hasSize(15).doesNotContain(first.get(0), first.get(1));
  }

  @Test
  void equalMoodsOfOnePersonGetDifferentLists() throws Exception {
    List<String> first = strings(playlistFor("happy"), "trackIds");

    assertThat(strings(playlistFor("happy"), "trackIds"))
        .hasSize(15)
        .doesNotContainAnyElementsOf(first);
  }

  @Test
  void tasteIsStoredAndTakingFeedbackBackTakesItAway() throws Exception {
    List<String> first = firstPlaylist();
    say(first.get(0), "dislike");
    playlistAgain();
    assertThat(taste()).containsEntry("events", 1L);
    assertThat(((Map<?, ?>) taste().get("tracks")).containsKey(first.get(0))).isTrue();

    feedback(first.get(0)).delete().get();

    assertThat(playlistAgain()).isEqualTo(first);
    assertThat(taste()).isNull();
  }

  @Test
  void feedbackForATrackThatWasNeverShownIsIgnored() throws Exception {
    List<String> first = firstPlaylist();
    String never = "moodify-1-80-50";
    assertThat(first).doesNotContain(never);
    say(never, "dislike");

    assertThat(playlistAgain()).isEqualTo(first);
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

  /** Returns the ids of the tracks that this test's mood gets, a happy one. */
  private List<String> firstPlaylist() throws Exception {
    mood().set(picked("happy")).get();
    assertThat(send(WrittenEvent.of(path(), "ready"))).isEqualTo(200);
    return strings(playlist().getData(), "trackIds");
  }

  /** Returns what the mood gets when its music is chosen again. The playlist before is kept. */
  private List<String> playlistAgain() throws Exception {
    DocumentReference place = playlist().getReference();
    place.getParent().add(playlist().getData()).get();
    place.delete().get();
    assertThat(send(WrittenEvent.of(path(), "ready"))).isEqualTo(200);
    return strings(playlist().getData(), "trackIds");
  }
}

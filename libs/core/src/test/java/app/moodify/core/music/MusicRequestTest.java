package app.moodify.core.music;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.mood.Emotion;
import app.moodify.core.mood.EmotionScores;
import app.moodify.core.mood.Goal;
import app.moodify.core.mood.MoodEntry;
import app.moodify.core.mood.MoodId;
import app.moodify.core.mood.MoodSource;
import app.moodify.core.mood.MoodStatus;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MusicRequestTest {
  private static final EmotionScores MOSTLY_SAD =
      EmotionScores.of(0.05, 0.0, 0.05, 0.0, 0.8, 0.0, 0.1);

  @Test
  void withoutAGoalTheMusicIsToFit() {
    MusicRequest request =
        MusicRequest.of(read(MoodStatus.READY, Optional.empty(), Optional.empty())).orElseThrow();

    assertThat(request.goal()).isEqualTo(Goal.MATCH);
    assertThat(request.emotion()).isEqualTo(Emotion.SAD);
    assertThat(request.scores()).isEqualTo(MOSTLY_SAD);
  }

  @Test
  void aCorrectionIsCertain() {
    MusicRequest request =
        MusicRequest.of(read(MoodStatus.UNSURE, Optional.of(Goal.CALM), Optional.of(Emotion.ANGRY)))
            .orElseThrow();

    assertThat(request.emotion()).isEqualTo(Emotion.ANGRY);
    assertThat(request.scores()).isEqualTo(EmotionScores.certain(Emotion.ANGRY));
  }

  @ParameterizedTest
  @EnumSource(
      value = MoodStatus.class,
      names = {"ANALYZING", "NO_FACE", "FAILED"})
  void withoutAVerdictOnAnExpressionNothingIsAskedFor(MoodStatus status) {
    assertThat(MusicRequest.of(read(status, Optional.empty(), Optional.empty()))).isEmpty();
  }

  @Test
  void equalRequestsHaveTheSameHashAndOthersAnother() {
    MusicRequest request = new MusicRequest(MOSTLY_SAD, Emotion.SAD, Goal.LIFT);
    EmotionScores nearlyTheSame = EmotionScores.of(0.05001, 0.0, 0.04999, 0.0, 0.8, 0.0, 0.1);

    assertThat(request.hash()).hasSize(64).matches("[0-9a-f]+");
    assertThat(new MusicRequest(nearlyTheSame, Emotion.SAD, Goal.LIFT).hash())
        .isEqualTo(request.hash());
    assertThat(new MusicRequest(MOSTLY_SAD, Emotion.SAD, Goal.CALM).hash())
        .isNotEqualTo(request.hash());
    assertThat(new MusicRequest(EmotionScores.certain(Emotion.SAD), Emotion.SAD, Goal.LIFT).hash())
        .isNotEqualTo(request.hash());
    assertThat(new MusicRequest(MOSTLY_SAD, Emotion.SAD, Goal.LIFT, 1).hash())
        .isNotEqualTo(request.hash())
        .isNotEqualTo(new MusicRequest(MOSTLY_SAD, Emotion.SAD, Goal.LIFT, 2).hash());
  }

  @Test
  void theSeedIsAnotherForEachRequestEntryAndPerson() {
    MusicRequest request = new MusicRequest(MOSTLY_SAD, Emotion.SAD, Goal.LIFT);
    MoodId entry = new MoodId("ada", "monday");

    assertThat(
            Set.of(
                request.seed(entry),
                request.seed(new MoodId("ada", "tuesday")),
                request.seed(new MoodId("grace", "monday")),
                new MusicRequest(MOSTLY_SAD, Emotion.SAD, Goal.CALM).seed(entry),
                new MusicRequest(MOSTLY_SAD, Emotion.SAD, Goal.LIFT, 1).seed(entry)))
        .hasSize(5);
    assertThat(new MusicRequest(MOSTLY_SAD, Emotion.SAD, Goal.LIFT).seed(entry))
        .isEqualTo(request.seed(entry));
  }

  private static MoodEntry read(
      MoodStatus status, Optional<Goal> goal, Optional<Emotion> correction) {
    return new MoodEntry(
        status,
        MoodSource.PHOTO,
        goal,
        0,
        correction,
        Optional.of(Emotion.SAD),
        Optional.of(MOSTLY_SAD),
        Optional.empty(),
        Optional.empty());
  }
}

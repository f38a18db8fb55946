package app.moodify.music.taste;

import static org.assertj.core.api.Assertions.assertThat;

import app.moodify.core.mood.Emotion;
import app.moodify.core.music.Feedback;
import app.moodify.core.music.Feedback.Opinion;
import app.moodify.core.music.Track;
import app.moodify.music.TestTrack;
import app.moodify.music.taste.Feature.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PosteriorSampleTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Track FOLK = TestTrack.of("folk").genre("Folk").make();
  private static final Track METAL = TestTrack.of("metal").genre("Metal").make();
  private static final Feature FOLK_GENRE = new Feature(Kind.GENRE, "folk");
  private static final Feature METAL_GENRE = new Feature(Kind.GENRE, "metal");

  @Test
  void whatNothingIsKnownOfIsNeutral() {
    assertThat(greedy(Taste.UNKNOWN, Emotion.HAPPY).liking(features(FOLK))).isEqualTo(0.5);
  }

  @Test
  void likedFeaturesAreSampledHigher() {
    Taste taste = taste(20, Opinion.LIKE, FOLK, Emotion.SAD);

    for (long seed = 0; seed < 50; seed++) {
      PosteriorSample sample = new PosteriorSample(taste, Emotion.SAD, 0.3, seed);
      assertThat(sample.logit(FOLK_GENRE)).isPositive().isGreaterThan(sample.logit(METAL_GENRE));
    }
  }

  @Test
  void uncertainFeaturesVaryMore() {
    List<Feedback> divided = new ArrayList<>();
    for (int times = 0; times < 100; times++) {
      divided.add(TestTrack.feedback(FOLK, Opinion.LIKE, Emotion.SAD, NOW));
      divided.add(TestTrack.feedback(FOLK, Opinion.DISLIKE, Emotion.SAD, NOW));
    }
    Taste taste = Taste.of(divided);

    assertThat(spread(taste, FOLK_GENRE, 0.3)).isLessThan(spread(taste, METAL_GENRE, 0.3) / 2);
    assertThat(spread(taste, METAL_GENRE, 0.3)).isLessThan(spread(taste, METAL_GENRE, 1));
    assertThat(spread(taste, METAL_GENRE, 0)).isZero();
  }

  @Test
  void theSameSeedGivesTheSameSampleWhateverElseIsSampled() {
    Taste taste = taste(5, Opinion.LIKE, FOLK, Emotion.SAD);
    PosteriorSample one = new PosteriorSample(taste, Emotion.SAD, 0.3, 7);
    PosteriorSample other = new PosteriorSample(taste, Emotion.SAD, 0.3, 7);

    other.logit(METAL_GENRE);

    assertThat(other.logit(FOLK_GENRE)).isEqualTo(one.logit(FOLK_GENRE));
  }

  @Test
  void whatIsKnownUnderAnExpressionOutweighsTheRestThere() {
    List<Feedback> feedback = new ArrayList<>();
    for (int times = 0; times < 20; times++) {
      feedback.add(TestTrack.feedback(FOLK, Opinion.LIKE, Emotion.SAD, NOW));
      feedback.add(TestTrack.feedback(FOLK, Opinion.DISLIKE, Emotion.HAPPY, NOW));
    }
    Taste taste = Taste.of(feedback);

    assertThat(greedy(taste, Emotion.SAD).logit(FOLK_GENRE)).isPositive();
    assertThat(greedy(taste, Emotion.HAPPY).logit(FOLK_GENRE)).isNegative();
    assertThat(greedy(taste, Emotion.FEAR).logit(FOLK_GENRE)).isBetween(-0.3, 0.3);
  }

  @Test
  void littleKnownUnderAnExpressionLeansOnWhatIsKnownOverAll() {
    Taste taste = taste(20, Opinion.LIKE, FOLK, Emotion.HAPPY);

    assertThat(greedy(taste, Emotion.FEAR).logit(FOLK_GENRE)).isGreaterThan(1);
  }

  @Test
  void manyTagsCountAsMuchAsOne() {
    Taste taste =
        taste(
            20,
            Opinion.LIKE,
            TestTrack.of("tagged").genre("Folk").tags("calm", "soft", "dream", "slow").make(),
            Emotion.SAD);
    PosteriorSample sample = greedy(taste, Emotion.SAD);

    assertThat(sample.liking(List.of(new Feature(Kind.TAG, "calm"), new Feature(Kind.TAG, "soft"))))
        .isEqualTo(sample.liking(List.of(new Feature(Kind.TAG, "calm"))));
  }

  private static double spread(Taste taste, Feature feature, double temper) {
    double[] logits =
        LongStream.range(0, 200)
            .mapToDouble(
                seed -> new PosteriorSample(taste, Emotion.SAD, temper, seed).logit(feature))
            .sorted()
            .toArray();
    return logits[150] - logits[50];
  }

  private static PosteriorSample greedy(Taste taste, Emotion emotion) {
    return new PosteriorSample(taste, emotion, 0, 0);
  }

  private static List<Feature> features(Track track) {
    return Feature.of(track.source(), track.traits());
  }

  private static Taste taste(int times, Opinion verdict, Track track, Emotion emotion) {
    List<Feedback> feedback = new ArrayList<>();
    for (int count = 0; count < times; count++) {
      feedback.add(TestTrack.feedback(track, verdict, emotion, NOW));
    }
    return Taste.of(feedback);
  }
}

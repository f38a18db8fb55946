package app.moodify.music.ranking;

import app.moodify.core.mood.Emotion;
import app.moodify.core.mood.EmotionScores;
import app.moodify.core.mood.Goal;
import app.moodify.core.music.Feedback.Opinion;
import app.moodify.core.music.MusicRequest;
import app.moodify.core.music.RecommendedTrack;
import app.moodify.core.music.Speed;
import app.moodify.core.music.Track;
import app.moodify.music.TestTrack;
import app.moodify.music.affect.Target;
import app.moodify.music.taste.Listener;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Candidates all over the plane, and lists chosen from them. */
final class RankerFixture {
  static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  static final Listener STRANGER = Listener.of(List.of(), NOW);
  static final List<String> GENRES =
      List.of("Folk", "Rock", "Jazz", "Electronic", "Pop", "Ambient");

  private static final List<String> TAGS =
      List.of("happy", "sad", "calm", "dark", "party", "epic", "soft", "dream", "groovy", "heavy");
  private static final int SIZE = 15;

  private RankerFixture() {}

  /** Returns as many different tracks; the same number gives the same tracks. */
  static List<Track> candidates(int count) {
    Random random = new Random(count);
    List<Track> tracks = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      tracks.add(
          TestTrack.of("track-" + number)
              .from(number % 3 == 0 ? "Audius" : "Jamendo")
              .at(2 * random.nextDouble() - 1, 2 * random.nextDouble() - 1)
              .genre(GENRES.get(random.nextInt(GENRES.size())))
              .tags(tag(random), tag(random), "word-" + number % 40)
              .speed(Speed.values()[random.nextInt(Speed.values().length)])
              .popularity(random.nextDouble())
              .released(LocalDate.of(2026, 11, 1).minusDays(random.nextInt(3000)))
              .make());
    }
    return tracks;
  }

  static MusicRequest request(Emotion emotion, Goal goal) {
    return new MusicRequest(EmotionScores.certain(emotion), emotion, goal);
  }

  static List<RecommendedTrack> choose(
      List<Track> candidates, Emotion emotion, Goal goal, Listener listener, long seed) {
    MusicRequest request = request(emotion, goal);
    return new Ranker(RankingPolicy.STANDARD)
        .choose(candidates, request, Target.of(request), listener, SIZE, seed);
  }

  static List<RecommendedTrack> choose(List<Track> candidates, Emotion emotion, Goal goal) {
    return choose(candidates, emotion, goal, STRANGER, 1);
  }

  static List<Track> tracks(List<RecommendedTrack> list) {
    return list.stream().map(RecommendedTrack::track).toList();
  }

  static boolean isJazz(Track track) {
    return track.traits().genre().orElseThrow().equals("Jazz");
  }

  /** Returns somebody who liked jazz and skipped all else under an expression, a while ago. */
  static Listener jazzFan(Emotion emotion) {
    return Listener.of(
        candidates(150).stream()
            .map(
                track ->
                    TestTrack.feedback(
                        track,
                        isJazz(track) ? Opinion.LIKE : Opinion.SKIP,
                        emotion,
                        NOW.minus(Duration.ofDays(100))))
            .toList(),
        NOW);
  }

  private static String tag(Random random) {
    return TAGS.get(random.nextInt(TAGS.size()));
  }
}

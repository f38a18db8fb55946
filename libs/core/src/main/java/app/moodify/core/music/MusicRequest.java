package app.moodify.core.music;

import app.moodify.core.mood.Emotion;
import app.moodify.core.mood.EmotionScores;
import app.moodify.core.mood.Goal;
import app.moodify.core.mood.MoodEntry;
import app.moodify.core.mood.MoodId;
import app.moodify.core.mood.MoodStatus;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * What music is asked for. The same request for the same entry gives the same playlist, as long as
 * the person has said and heard nothing new.
 *
 * @param scores the expression; all on one emotion where the person named it
 * @param emotion the expression in one word
 * @param goal what the music is to do with it
 * @param shuffle how many times the person asked for other music for the same
 */
public record MusicRequest(EmotionScores scores, Emotion emotion, Goal goal, int shuffle) {

  /** Makes the first request for an expression. */
  public MusicRequest(EmotionScores scores, Emotion emotion, Goal goal) {
    this(scores, emotion, goal, 0);
  }

  /**
   * Returns what an entry asks for, or nothing if it has no expression (yet). The person's own
   * word, a correction or a mood picked by hand, is certain. Without a goal the music is to fit.
   */
  public static Optional<MusicRequest> of(MoodEntry entry) {
    if (entry.status() != MoodStatus.READY && entry.status() != MoodStatus.UNSURE) {
      return Optional.empty();
    }
    Optional<EmotionScores> scores =
        entry
            .correction()
            .map(EmotionScores::certain)
            .or(entry::scores)
            .or(() -> entry.emotion().map(EmotionScores::certain));
    return scores.map(
        certainty ->
            new MusicRequest(
                certainty, certainty.best(), entry.goal().orElse(Goal.MATCH), entry.shuffle()));
  }

  /**
   * Returns a name for this request, 64 hexadecimal digits: equal requests have the same, and so
   * have requests whose scores differ by less than is worth another playlist (about 0.001).
   */
  public String hash() {
    StringBuilder canonical = new StringBuilder("music-request/1");
    for (Emotion each : Emotion.values()) {
      canonical.append(String.format(Locale.ROOT, ";%s=%.3f", each.key(), scores.of(each)));
    }
    canonical.append(";emotion=").append(emotion.key()).append(";goal=").append(goal.key());
    if (shuffle > 0) {
      canonical.append(";shuffle=").append(shuffle);
    }
    return HexFormat.of().formatHex(sha256(canonical.toString()));
  }

  /**
   * Returns the seed of all that is random in the answer to this request for an entry. It differs
   * from entry to entry, and so from person to person and from day to day.
   */
  public long seed(MoodId entry) {
    String canonical = hash() + "/" + entry.uid() + "/" + entry.moodId();
    return ByteBuffer.wrap(sha256(canonical)).getLong();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}

package app.moodify.music.ranking;

import app.moodify.core.mood.Affect;
import app.moodify.core.music.Reason;
import app.moodify.core.music.Reason.Code;
import app.moodify.core.music.Speed;
import app.moodify.core.music.Track;
import app.moodify.music.affect.MoodWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a track is like, in words, where that is what was looked for. */
final class SoundReasons {
  /** From here on, music has a character that is worth a word. */
  private static final double MARKED = 0.35;

  /** From here on, a place asks for a speed. */
  private static final double DEMANDING = 0.2;

  /** A word this near to the place looked for brought the track nearer to it. */
  private static final double NEAR = 0.45;

  private SoundReasons() {}

  /** Returns what about a track fits the place it was looked for; may be nothing. */
  static List<Reason> of(Track track, Affect place) {
    Affect music = track.affect();
    List<Reason> reasons = new ArrayList<>();
    speed(track, place).map(Reason::of).ifPresent(reasons::add);
    word(track, place).map(word -> Reason.of(Code.TAGGED, word)).ifPresent(reasons::add);
    if (reasons.isEmpty()) {
      addIf(reasons, music.arousal() >= MARKED && place.arousal() > 0, Code.ENERGETIC);
      addIf(reasons, music.arousal() <= -MARKED && place.arousal() < 0, Code.GENTLE);
    }
    addIf(reasons, music.valence() >= MARKED && place.valence() > 0, Code.BRIGHT);
    addIf(reasons, music.valence() <= -MARKED && place.valence() < 0, Code.DARK);
    return reasons;
  }

  /** Returns the side a track leans to, for one that nothing else can be said of. */
  static Code leaning(Affect music) {
    if (Math.abs(music.arousal()) >= Math.abs(music.valence())) {
      return music.arousal() > 0 ? Code.ENERGETIC : Code.GENTLE;
    }
    return music.valence() > 0 ? Code.BRIGHT : Code.DARK;
  }

  private static Optional<Code> speed(Track track, Affect place) {
    return track
        .traits()
        .speed()
        .flatMap(
            speed -> {
              if (speed.compareTo(Speed.MEDIUM) < 0 && place.arousal() < -DEMANDING) {
                return Optional.of(Code.SLOW);
              }
              if (speed.compareTo(Speed.MEDIUM) > 0 && place.arousal() > DEMANDING) {
                return Optional.of(Code.FAST);
              }
              return Optional.empty();
            });
  }

  private static Optional<String> word(Track track, Affect place) {
    return track.traits().tags().stream()
        .filter(tag -> distance(tag, place) <= NEAR)
        .min(Comparator.comparingDouble(tag -> distance(tag, place)));
  }

  private static double distance(String tag, Affect place) {
    return MoodWords.placeOf(tag)
        .map(word -> word.distanceTo(place))
        .orElse(Double.POSITIVE_INFINITY);
  }

  private static void addIf(List<Reason> reasons, boolean holds, Code code) {
    if (holds) {
      reasons.add(Reason.of(code));
    }
  }
}

package app.moodify.music;

import app.moodify.core.mood.Affect;
import app.moodify.core.mood.Emotion;
import app.moodify.core.music.Feedback;
import app.moodify.core.music.Feedback.Opinion;
import app.moodify.core.music.Speed;
import app.moodify.core.music.Track;
import app.moodify.core.music.TrackTraits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Makes tracks for tests; each is its artist's only one unless said otherwise. */
public final class TestTrack {
  private final String id;
  private String source = "Jamendo";
  private Optional<String> artistId;
  private Affect affect = new Affect(0, 0);
  private String genre = "Folk";
  private List<String> tags = List.of();
  private Speed speed = Speed.MEDIUM;
  private int seconds = 200;
  private double popularity = 0.5;
  private Optional<LocalDate> released = Optional.empty();

  private TestTrack(String id) {
    this.id = id;
    this.artistId = Optional.of("artist-of-" + id);
  }

  /** Begins a track with this id. */
  public static TestTrack of(String id) {
    return new TestTrack(id);
  }

  /** Sets its catalogue. */
  public TestTrack from(String name) {
    source = name;
    return this;
  }

  /** Sets its artist. */
  public TestTrack by(String artist) {
    artistId = Optional.of(artist);
    return this;
  }

  /** Takes its artist away, as of music that the page makes. */
  public TestTrack byNobody() {
    artistId = Optional.empty();
    return this;
  }

  /** Sets what it sounds like. */
  public TestTrack at(double valence, double arousal) {
    affect = new Affect(valence, arousal);
    return this;
  }

  /** Sets its genre. */
  public TestTrack genre(String word) {
    genre = word;
    return this;
  }

  /** Sets its tags. */
  public TestTrack tags(String... words) {
    tags = List.of(words);
    return this;
  }

  /** Sets how fast it is. */
  public TestTrack speed(Speed value) {
    speed = value;
    return this;
  }

  /** Sets how long it lasts. */
  public TestTrack lasting(int durationSeconds) {
    seconds = durationSeconds;
    return this;
  }

  /** Sets its popularity. */
  public TestTrack popularity(double value) {
    popularity = value;
    return this;
  }

  /** Sets when it came out. */
  public TestTrack released(LocalDate day) {
    released = Optional.of(day);
    return this;
  }

  /** Returns the track. */
  public Track make() {
    return new Track(
        id,
        source,
        "Title of " + id,
        artistId.orElse("Nobody"),
        artistId,
        seconds,
        affect,
        new TrackTraits(Optional.of(genre), tags, Optional.of(speed), Optional.of(false)),
        popularity,
        released,
        Optional.empty(),
        Optional.empty());
  }

  /** Returns feedback on a track. */
  public static Feedback feedback(Track track, Opinion verdict, Emotion emotion, Instant at) {
    return new Feedback(
        track.id(),
        track.source(),
        track.artistId(),
        track.traits(),
        verdict,
        verdict == Opinion.PLAYED ? OptionalDouble.of(0.9) : OptionalDouble.empty(),
        Optional.of(emotion),
        at);
  }
}

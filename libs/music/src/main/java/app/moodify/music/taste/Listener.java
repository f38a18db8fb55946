package app.moodify.music.taste;

import app.moodify.core.music.Feedback;
import app.moodify.core.music.Feedback.Opinion;
import app.moodify.core.music.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known of the person a list is for, at one moment. Immutable. */
public final class Listener {
  /** What was heard within this is not to be heard again, where there is a choice. */
  private static final Duration RECENTLY = Duration.ofDays(7);

  /** After this long, music is as good as new. Ours. */
  private static final Duration FORGOTTEN = Duration.ofDays(60);

  private final Taste taste;
  private final Instant now;
  private final Set<String> given;
  private final Map<String, Instant> heard = new HashMap<>();
  private final Set<String> dislikedTracks = new HashSet<>();
  private final Map<String, Integer> likesByArtist = new HashMap<>();

  private Listener(Taste taste, Collection<String> given, Instant now) {
    this.taste = taste;
    this.given = Set.copyOf(given);
    this.now = now;
  }

  /**
   * Returns what feedback says about a person.
   *
   * @param feedback the oldest first
   * @param now the moment the list is made
   */
  public static Listener of(List<Feedback> feedback, Instant now) {
    return of(feedback, List.of(), now);
  }

  /**
   * Returns what feedback says about a person who asks for other music than they were given.
   *
   * @param feedback the oldest first
   * @param given the ids of the tracks that they were given
   * @param now the moment the list is made
   */
  public static Listener of(List<Feedback> feedback, Collection<String> given, Instant now) {
    Listener listener = new Listener(Taste.of(feedback), given, now);
    feedback.forEach(listener::remember);
    return listener;
  }

  /** Returns what they like. */
  public Taste taste() {
    return taste;
  }

  /** Returns the moment the list is made. */
  public Instant now() {
    return now;
  }

  /**
   * Returns whether they are never to hear this: they disliked the track, or more of the artist's
   * tracks than they liked.
   */
  public boolean refuses(Track track) {
    return dislikedTracks.contains(track.id())
        || track.artistId().filter(artist -> likesByArtist.getOrDefault(artist, 0) < 0).isPresent();
  }

  /**
   * Returns whether they had this lately: heard it in the last seven days, or were given it before
   * they asked for other music.
   */
  public boolean hadLately(Track track) {
    return given.contains(track.id()) || sinceHeard(track).compareTo(RECENTLY) < 0;
  }

  /** Returns how new a track is to them: 0 if they heard it just now, 1 if never or long ago. */
  public double novelty(Track track) {
    return Math.min(1, (double) sinceHeard(track).toSeconds() / FORGOTTEN.toSeconds());
  }

  private Duration sinceHeard(Track track) {
    Instant last = heard.get(track.id());
    if (last == null) {
      return FORGOTTEN;
    }
    // Clocks of pages may be ahead of ours.
    Duration since = Duration.between(last, now);
    return since.isNegative() ? Duration.ZERO : since;
  }

  private void remember(Feedback feedback) {
    heard.merge(feedback.trackId(), feedback.at(), (a, b) -> a.isAfter(b) ? a : b);
    if (feedback.verdict() == Opinion.DISLIKE) {
      dislikedTracks.add(feedback.trackId());
    }
    int like =
        switch (feedback.verdict()) {
          case LIKE -> 1;
          case DISLIKE -> -1;
          case SKIP, PLAYED -> 0;
        };
    feedback.artistId().ifPresent(artist -> likesByArtist.merge(artist, like, Integer::sum));
  }
}

package app.moodify.lab.simulate;

import app.moodify.core.mood.Emotion;
import app.moodify.core.music.MusicRequest;
import app.moodify.core.music.RecommendedTrack;
import app.moodify.music.Recommender;
import app.moodify.music.affect.Target;
import app.moodify.music.ranking.Ranker;
import app.moodify.music.ranking.RankingPolicy;
import app.moodify.music.taste.Listener;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Ways from an expression to a list of songs that are compared: Moodify's, and two baselines. */
enum ListMethod {
  /** Moodify's, for a person of whom nothing is known. */
  MOODIFY("Moodify") {
    @Override
    List<Song> list(World world, MusicRequest request, long seed) {
      Target target = Target.of(request);
      Ranker ranker = new Ranker(RankingPolicy.builder().replays(0).build());
      return ranker
          .choose(
              world.find(target),
              request,
              target,
              Listener.of(List.of(), Instant.EPOCH),
              Recommender.TRACKS,
              seed)
          .stream()
          .map(RecommendedTrack::track)
          .map(world::songOf)
          .toList();
    }
  },

  /** Draws at random from the songs that carry one of the emotion's labels. */
  RANDOM_BY_LABEL("baseline: songs by label, at random") {
    @Override
    List<Song> list(World world, MusicRequest request, long seed) {
      List<String> labels = LABELS.get(request.emotion());
      List<Song> labelled =
          new ArrayList<>(
              world.songs().stream()
                  .filter(
                      song -> labels.isEmpty() || song.tags().stream().anyMatch(labels::contains))
                  .toList());
      Collections.shuffle(labelled, new Random(seed));
      return labelled.subList(0, Math.min(Recommender.TRACKS, labelled.size()));
    }
  },

  /** Asks for the emotion's one tag and takes the most popular songs with it. */
  POPULAR_BY_TAG("baseline: one tag, by popularity") {
    @Override
    List<Song> list(World world, MusicRequest request, long seed) {
      String tag = TAG.get(request.emotion());
      return world.songs().stream()
          .filter(
              song ->
                  song.tags().contains(tag)
                      || song.genre().word().toLowerCase(Locale.ROOT).equals(tag))
          .sorted(Comparator.comparingDouble(song -> -song.popularity()))
          .limit(Recommender.TRACKS)
          .toList();
    }
  };

  /** Of a project that Moodify grew from; its "intense" is "powerful" in the synthetic songs. */
  private static final Map<Emotion, List<String>> LABELS =
      Map.of(
          Emotion.HAPPY, List.of("sad", "powerful"),
          Emotion.SAD, List.of("happy", "energetic"),
          Emotion.ANGRY, List.of("romantic"),
          Emotion.SURPRISE, List.of("energetic", "happy", "sad"),
          Emotion.FEAR, List.of("energetic", "powerful"),
          Emotion.DISGUST, List.of("energetic", "happy"),
          Emotion.NEUTRAL, List.of());

  /** Of another project that Moodify grew from; its "lofi" is the genre Lo-Fi. */
  private static final Map<Emotion, String> TAG =
      Map.of(
          Emotion.HAPPY, "electronic",
          Emotion.SAD, "melancholic",
          Emotion.ANGRY, "hard rock",
          Emotion.SURPRISE, "electronic",
          Emotion.FEAR, "ambient",
          Emotion.DISGUST, "grunge",
          Emotion.NEUTRAL, "lo-fi");

  private final String title;

  ListMethod(String title) {
    this.title = title;
  }

  /** Returns up to fifteen songs; the same arguments give the same. */
  abstract List<Song> list(World world, MusicRequest request, long seed);

  /** Its name for people. */
  String title() {
    return title;
  }

  /** Its name in JSON. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package app.moodify.cloud.firestore;

import app.moodify.core.mood.Emotion;
import app.moodify.core.music.LearnedTaste;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of {@code users/{uid}/taste/current}. */
final class TasteDocument {
  private static final String TRACKS = "tracks";

  private TasteDocument() {}

  static Map<String, Object> write(LearnedTaste taste, Instant at) {
    Map<String, Object> tracks = new LinkedHashMap<>();
    taste.feedback().forEach(each -> tracks.put(each.trackId(), ShownTrack.of(each).write()));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("features", taste.features().stream().map(TasteDocument::feature).toList());
    fields.put("events", taste.events());
    fields.put(TRACKS, tracks);
    fields.put("updatedAt", Documents.timestamp(at));
    return fields;
  }

  /** Returns the tracks that were given feedback before. */
  static Map<String, ShownTrack> readTracks(Map<String, Object> fields) {
    Map<String, ShownTrack> tracks = new HashMap<>();
    if (fields != null) {
      Documents.map(fields, TRACKS)
          .forEach(
              (id, track) -> {
                if (track instanceof Map<?, ?> map) {
                  tracks.put((String) id, ShownTrack.read(map));
                }
              });
    }
    return tracks;
  }

  private static Map<String, Object> feature(LearnedTaste.Feature feature) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("kind", feature.kind());
    fields.put("value", feature.value());
    feature.emotion().map(Emotion::key).ifPresent(emotion -> fields.put("emotion", emotion));
    fields.put("liked", feature.liked());
    fields.put("disliked", feature.disliked());
    return fields;
  }
}

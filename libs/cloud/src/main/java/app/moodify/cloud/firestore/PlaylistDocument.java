package app.moodify.cloud.firestore;

import app.moodify.core.mood.Emotion;
import app.moodify.core.music.Playlist;
import app.moodify.core.music.Reason;
import app.moodify.core.music.RecommendedTrack;
import com.google.cloud.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of {@code users/{uid}/playlists/{moodId}}. */
final class PlaylistDocument {
  static final String TRACKS = "tracks";

  /** For finding the playlists that a track is on. */
  static final String TRACK_IDS = "trackIds";

  /** For other music to be other music: what was on the playlists before, the oldest first. */
  static final String EARLIER_TRACK_IDS = "earlierTrackIds";

  static final String REQUEST_HASH = "requestHash";
  static final String CREATED_AT = "createdAt";

  private PlaylistDocument() {}

  static Map<String, Object> write(
      Playlist playlist, List<String> earlier, Timestamp createdAt, Timestamp updatedAt) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("goal", playlist.goal().key());
    fields.put("emotion", playlist.emotion().key());
    fields.put("target", Documents.affect(playlist.target()));
    fields.put(TRACKS, playlist.tracks().stream().map(PlaylistDocument::track).toList());
    fields.put(TRACK_IDS, playlist.tracks().stream().map(each -> each.track().id()).toList());
    fields.put(EARLIER_TRACK_IDS, earlier);
    fields.put("sources", playlist.sources());
    fields.put("unavailable", playlist.unavailable());
    fields.put(REQUEST_HASH, playlist.requestHash());
    fields.put(CREATED_AT, createdAt);
    fields.put("updatedAt", updatedAt);
    return fields;
  }

  private static Map<String, Object> track(RecommendedTrack recommended) {
    Map<String, Object> fields = TrackDocument.write(recommended.track());
    fields.put("reasons", recommended.reasons().stream().map(PlaylistDocument::reason).toList());
    fields.put("propensity", recommended.propensity());
    fields.put("explores", recommended.explores());
    return fields;
  }

  private static Map<String, Object> reason(Reason reason) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("code", reason.code().key());
    reason.value().ifPresent(value -> fields.put("value", value));
    reason.emotion().map(Emotion::key).ifPresent(emotion -> fields.put("emotion", emotion));
    return fields;
  }
}

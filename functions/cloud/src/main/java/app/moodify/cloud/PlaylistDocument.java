package app.moodify.cloud;

import app.moodify.core.Affect;
import app.moodify.core.Playlist;
import app.moodify.core.Reason;
import app.moodify.core.Recipe;
import app.moodify.core.RecommendedTrack;
import app.moodify.core.Track;
import app.moodify.core.TrackLinks;
import com.google.cloud.Timestamp;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of {@code users/{uid}/playlists/{moodId}}. */
final class PlaylistDocument {
  static final String REQUEST_HASH = "requestHash";
  static final String CREATED_AT = "createdAt";

  private PlaylistDocument() {}

  static Map<String, Object> write(Playlist playlist, Timestamp createdAt, Timestamp updatedAt) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("goal", playlist.goal().key());
    fields.put("emotion", playlist.emotion().key());
    fields.put("target", Documents.affect(playlist.target()));
    fields.put("tracks", playlist.tracks().stream().map(PlaylistDocument::track).toList());
    fields.put("sources", playlist.sources());
    fields.put(REQUEST_HASH, playlist.requestHash());
    fields.put(CREATED_AT, createdAt);
    fields.put("updatedAt", updatedAt);
    return fields;
  }

  private static Map<String, Object> track(RecommendedTrack recommended) {
    Track track = recommended.track();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", track.id());
    fields.put("source", track.source());
    fields.put("title", track.title());
    fields.put("artist", track.artist());
    fields.put("durationSeconds", track.durationSeconds());
    fields.put("affect", Documents.affect(track.affect()));
    track.recipe().ifPresent(recipe -> fields.put("recipe", recipe(recipe)));
    track.links().ifPresent(links -> fields.put("links", links(links)));
    fields.put("reasons", recommended.reasons().stream().map(Reason::code).toList());
    return fields;
  }

  private static Map<String, Object> recipe(Recipe recipe) {
    Affect affect = recipe.affect();
    return Map.of("seed", recipe.seed(), "valence", affect.valence(), "arousal", affect.arousal());
  }

  private static Map<String, Object> links(TrackLinks links) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("audio", links.audio().toString());
    links.page().ifPresent(page -> fields.put("page", page.toString()));
    links.artwork().ifPresent(artwork -> fields.put("artwork", artwork.toString()));
    links.licence().ifPresent(licence -> fields.put("licence", licence.toString()));
    return fields;
  }
}

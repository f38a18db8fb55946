package app.moodify.cloud.firestore;

import app.moodify.core.music.Feedback;
import app.moodify.core.music.TrackTraits;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept in mind of a track that was on a playlist: what tastes are learned from.
 *
 * @param source its catalogue
 * @param artistId who made it
 * @param traits what the catalogue says of its sound
 */
record ShownTrack(String source, Optional<String> artistId, TrackTraits traits) {

  static ShownTrack of(Feedback feedback) {
    return new ShownTrack(feedback.source(), feedback.artistId(), feedback.traits());
  }

  static ShownTrack read(Map<?, ?> fields) {
    return new ShownTrack(
        Documents.text(fields, "source").orElse(""),
        Documents.text(fields, "artistId"),
        TrackDocument.readTraits(fields));
  }

  Map<String, Object> write() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("source", source);
    artistId.ifPresent(id -> fields.put("artistId", id));
    TrackDocument.putTraits(fields, traits);
    return fields;
  }
}

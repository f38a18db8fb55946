package app.moodify.cloud.firestore;

import app.moodify.cloud.client.ApiFutures;
import app.moodify.core.mood.MoodEntry;
import app.moodify.core.mood.MoodId;
import app.moodify.core.music.Playlist;
import app.moodify.core.music.PlaylistStore;
import com.google.cloud.Timestamp;
import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import com.google.cloud.firestore.Firestore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Playlists in Firestore, guarded by transactions. */
public final class FirestorePlaylistStore implements PlaylistStore {
  private final Supplier<Firestore> firestore;

  /** Uses a client, which is opened at the first call. */
  public FirestorePlaylistStore(Supplier<Firestore> firestore) {
    this.firestore = firestore;
  }

  @Override
  public MoodAndPlaylist find(MoodId id) {
    DocumentReference mood = Documents.mood(firestore.get(), id);
    DocumentReference playlist = Documents.playlist(firestore.get(), id);
    return read(
        ApiFutures.await(
            "Reading a mood entry and its playlist", firestore.get().getAll(mood, playlist)));
  }

  @Override
  public boolean store(MoodId id, Playlist playlist, Instant at) {
    DocumentReference mood = Documents.mood(firestore.get(), id);
    DocumentReference place = Documents.playlist(firestore.get(), id);
    return ApiFutures.await(
        "Storing a playlist",
        firestore
            .get()
            .runTransaction(
                transaction -> {
                  List<DocumentSnapshot> both = transaction.getAll(mood, place).get();
                  MoodAndPlaylist found = read(both);
                  boolean asked =
                      found
                          .openRequest()
                          .filter(request -> request.hash().equals(playlist.requestHash()))
                          .isPresent();
                  if (asked) {
                    Timestamp now = Documents.timestamp(at);
                    Timestamp createdAt = both.get(1).getTimestamp(PlaylistDocument.CREATED_AT);
                    transaction.set(
                        place,
                        PlaylistDocument.write(
                            playlist,
                            newest(found.givenTrackIds()),
                            createdAt == null ? now : createdAt,
                            now));
                  }
                  return asked;
                }));
  }

  @Override
  public void deleteWithoutMood(MoodId id) {
    DocumentReference mood = Documents.mood(firestore.get(), id);
    DocumentReference place = Documents.playlist(firestore.get(), id);
    ApiFutures.await(
        "Deleting a playlist",
        firestore
            .get()
            .runTransaction(
                transaction -> {
                  if (!transaction.get(mood).get().exists()) {
                    transaction.delete(place);
                  }
                  return null;
                }));
  }

  private static MoodAndPlaylist read(List<DocumentSnapshot> both) {
    DocumentSnapshot mood = both.get(0);
    Optional<MoodEntry> entry =
        mood.exists() ? MoodDocument.read(mood.getData()) : Optional.empty();
    DocumentSnapshot playlist = both.get(1);
    return new MoodAndPlaylist(
        entry,
        Optional.ofNullable(playlist.getString(PlaylistDocument.REQUEST_HASH)),
        Stream.of(PlaylistDocument.EARLIER_TRACK_IDS, PlaylistDocument.TRACK_IDS)
            .flatMap(field -> texts(playlist.get(field)))
            .toList());
  }

  private static Stream<String> texts(Object list) {
    return list instanceof List<?> values
        ? values.stream().filter(String.class::isInstance).map(String.class::cast)
        : Stream.empty();
  }

  private static List<String> newest(List<String> given) {
    return given.subList(Math.max(0, given.size() - EARLIER_TRACKS), given.size());
  }
}

package app.moodify.cloud;

import app.moodify.cloud.auth.FirebaseAccountStore;
import app.moodify.cloud.auth.FirebaseAppVerifier;
import app.moodify.cloud.auth.FirebaseIdTokenVerifier;
import app.moodify.cloud.client.Clients;
import app.moodify.cloud.client.Memoized;
import app.moodify.cloud.client.Settings;
import app.moodify.cloud.firestore.FirestoreCatalogueCache;
import app.moodify.cloud.firestore.FirestoreErasureLog;
import app.moodify.cloud.firestore.FirestoreExportStore;
import app.moodify.cloud.firestore.FirestoreInsightsStore;
import app.moodify.cloud.firestore.FirestoreListenerStore;
import app.moodify.cloud.firestore.FirestoreMoodStore;
import app.moodify.cloud.firestore.FirestoreOrphanLog;
import app.moodify.cloud.firestore.FirestorePersonalDocuments;
import app.moodify.cloud.firestore.FirestorePlaylistStore;
import app.moodify.cloud.firestore.FirestoreProfileStore;
import app.moodify.cloud.firestore.FirestoreRateLimiter;
import app.moodify.cloud.firestore.FirestoreRevocations;
import app.moodify.cloud.firestore.FirestoreSecurityEventStore;
import app.moodify.cloud.firestore.FirestoreShuffleStore;
import app.moodify.cloud.firestore.FirestoreSongStore;
import app.moodify.cloud.firestore.FirestoreUpkeepStore;
import app.moodify.cloud.firestore.FirestoreUploadGate;
import app.moodify.cloud.pubsub.PubSubExportQueue;
import app.moodify.cloud.pubsub.PubSubMoodEventPublisher;
import app.moodify.cloud.storage.CloudStorageDownloadTokens;
import app.moodify.cloud.storage.CloudStorageExportFiles;
import app.moodify.cloud.storage.CloudStoragePersonalFiles;
import app.moodify.cloud.storage.CloudStoragePhotoStore;
import app.moodify.cloud.storage.CloudStorageUploadedPhotos;
import app.moodify.core.mood.InsightsStore;
import app.moodify.core.mood.MoodEventPublisher;
import app.moodify.core.mood.MoodStore;
import app.moodify.core.music.CatalogueCache;
import app.moodify.core.music.ListenerStore;
import app.moodify.core.music.PlaylistStore;
import app.moodify.core.music.ShuffleStore;
import app.moodify.core.music.SongStore;
import app.moodify.core.person.AccountStore;
import app.moodify.core.person.AppVerifier;
import app.moodify.core.person.ErasureLog;
import app.moodify.core.person.ExportFiles;
import app.moodify.core.person.ExportQueue;
import app.moodify.core.person.ExportStore;
import app.moodify.core.person.IdTokenVerifier;
import app.moodify.core.person.PersonalDocuments;
import app.moodify.core.person.PersonalFiles;
import app.moodify.core.person.ProfileStore;
import app.moodify.core.person.RateLimiter;
import app.moodify.core.person.Revocations;
import app.moodify.core.person.SecurityEventStore;
import app.moodify.core.person.UploadGate;
import app.moodify.core.photo.DownloadTokens;
import app.moodify.core.photo.PhotoStore;
import app.moodify.core.photo.UploadedPhotos;
import app.moodify.core.upkeep.OrphanLog;
import app.moodify.core.upkeep.UpkeepStore;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.pubsub.v1.Publisher;
import com.google.cloud.storage.Storage;
import com.google.firebase.FirebaseApp;
import com.google.firebase.auth.FirebaseAuth;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The cloud behind the ports. A client is made when a port first needs it, and once; so a function
 * pays only for what it uses. Thread-safe.
 */
public final class Cloud implements AutoCloseable {
  private final Memoized<Firestore> firestore;
  private final Memoized<Storage> storage;
  private final Memoized<Publisher> moodEvents;
  private final Memoized<Publisher> upkeepMessages;
  private final Memoized<FirebaseApp> firebase;
  private final CatalogueCache catalogueCache;
  private final Supplier<String> photoBucket;
  private final Supplier<String> trailKey;
  private final Optional<AppVerifier> appVerifier;

  /** Makes no connection yet. */
  public Cloud(Settings settings) {
    firestore = new Memoized<>(() -> Clients.firestore(settings));
    storage = new Memoized<>(() -> Clients.storage(settings));
    moodEvents = new Memoized<>(() -> Clients.publisher(settings, settings.moodEventsTopic()));
    upkeepMessages = new Memoized<>(() -> Clients.publisher(settings, settings.upkeepTopic()));
    firebase = new Memoized<>(() -> Clients.firebase(settings));
    catalogueCache = new FirestoreCatalogueCache(firestore);
    photoBucket = settings::photoBucket;
    trailKey = settings::trailKey;
    appVerifier =
        settings.requiresAppCheck()
            ? Optional.of(new FirebaseAppVerifier(settings.projectId(), settings.appCheckKeys()))
            : Optional.empty();
  }

  /** Returns the mood entries in Firestore. */
  public MoodStore moods() {
    return new FirestoreMoodStore(firestore);
  }

  /** Returns people's choices in Firestore. */
  public ProfileStore profiles() {
    return new FirestoreProfileStore(firestore);
  }

  /** Returns the playlists in Firestore. */
  public PlaylistStore playlists() {
    return new FirestorePlaylistStore(firestore);
  }

  /** Returns what people said of music, and what was learned from it, in Firestore. */
  public ListenerStore listeners() {
    return new FirestoreListenerStore(firestore);
  }

  /** Returns what catalogues answered before, in Firestore. */
  public CatalogueCache catalogueCache() {
    return catalogueCache;
  }

  /** Returns the songs that somebody imported, in Firestore. */
  public SongStore songs() {
    return new FirestoreSongStore(firestore);
  }

  /** Returns the photos in Cloud Storage. */
  public PhotoStore photos() {
    return new CloudStoragePhotoStore(storage);
  }

  /** Returns the tokens with which links open objects in Cloud Storage. */
  public DownloadTokens downloadTokens() {
    return new CloudStorageDownloadTokens(storage);
  }

  /** Returns the Pub/Sub topic of what happened to mood entries. */
  public MoodEventPublisher moodEvents() {
    return new PubSubMoodEventPublisher(moodEvents);
  }

  /** Returns Firebase Authentication's check of ID tokens, without asking for each of them. */
  public IdTokenVerifier idTokens() {
    return new FirebaseIdTokenVerifier(this::auth, false);
  }

  /** Returns a check that refuses tokens of people who are gone or signed out everywhere. */
  public IdTokenVerifier unrevokedIdTokens() {
    return new FirebaseIdTokenVerifier(this::auth, true);
  }

  /** Returns the accounts of Firebase Authentication. */
  public AccountStore accounts() {
    return new FirebaseAccountStore(this::auth);
  }

  /** Returns all of a person's documents in Firestore. */
  public PersonalDocuments personalDocuments() {
    return new FirestorePersonalDocuments(firestore);
  }

  /** Returns all of a person's files in Cloud Storage. */
  public PersonalFiles personalFiles() {
    return new CloudStoragePersonalFiles(storage, photoBucket);
  }

  /** Returns the notes of exports that are made in the background, in Firestore. */
  public ExportStore exports() {
    return new FirestoreExportStore(firestore);
  }

  /** Returns the files of such exports in Cloud Storage. */
  public ExportFiles exportFiles() {
    return new CloudStorageExportFiles(storage, photoBucket);
  }

  /** Returns the Pub/Sub topic through which exports are asked for. */
  public ExportQueue exportQueue() {
    return new PubSubExportQueue(upkeepMessages);
  }

  /** Returns the notes of erasures that have begun, in Firestore. */
  public ErasureLog erasures() {
    return new FirestoreErasureLog(firestore);
  }

  /** Returns the notes of data without an account, in Firestore. */
  public OrphanLog orphans() {
    return new FirestoreOrphanLog(firestore);
  }

  /** Returns from when on people's sign-ins count, in Firestore. */
  public Revocations revocations() {
    return new FirestoreRevocations(firestore);
  }

  /** Returns what happened with people's accounts, in Firestore. Fails without a key for it. */
  public SecurityEventStore securityEvents() {
    return new FirestoreSecurityEventStore(firestore, trailKey.get());
  }

  /** Returns people's statistics in Firestore. */
  public InsightsStore insights() {
    return new FirestoreInsightsStore(firestore);
  }

  /** Returns what has to be looked after in Firestore. */
  public UpkeepStore upkeep() {
    return new FirestoreUpkeepStore(firestore, photoBucket);
  }

  /** Returns the photos in Cloud Storage that are there to be read. */
  public UploadedPhotos uploadedPhotos() {
    return new CloudStorageUploadedPhotos(storage, photoBucket);
  }

  /** Returns the counts of people's calls in Firestore. */
  public RateLimiter rateLimiter() {
    return new FirestoreRateLimiter(firestore, Clock.systemUTC());
  }

  /** Returns the gate in Firestore that the rules of Cloud Storage look at. */
  public UploadGate uploadGate() {
    return new FirestoreUploadGate(firestore);
  }

  /** Returns Firebase App Check, or nothing where the settings do not ask for it. */
  public Optional<AppVerifier> appVerifier() {
    return appVerifier;
  }

  /** Returns the requests for other music in Firestore. */
  public ShuffleStore shuffles() {
    return new FirestoreShuffleStore(firestore);
  }

  private FirebaseAuth auth() {
    return FirebaseAuth.getInstance(firebase.get());
  }

  /** Ends all connections; what was published before is still sent. */
  @Override
  public void close() {
    moodEvents.close(Publisher::shutdown);
    upkeepMessages.close(Publisher::shutdown);
    firestore.close(Firestore::close);
    storage.close(Storage::close);
    firebase.close(FirebaseApp::delete);
  }
}

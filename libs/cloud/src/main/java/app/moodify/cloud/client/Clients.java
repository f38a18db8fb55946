package app.moodify.cloud.client;

import com.google.api.gax.batching.BatchingSettings;
import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.grpc.InstantiatingGrpcChannelProvider;
import com.google.api.gax.retrying.RetrySettings;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.cloud.NoCredentials;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.FirestoreOptions;
import com.google.cloud.pubsub.v1.Publisher;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.StorageOptions;
import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import com.google.pubsub.v1.TopicName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;

/** Makes Google's clients: for production, or for an emulator where the settings name one. */
public final class Clients {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /**
   * The clients' own defaults retry for a minute and longer. The platform retries the whole event
   * anyway, so a call that is refused gives up soon; one that is only slow has its time.
   */
  private static final RetrySettings RETRIES =
      RetrySettings.newBuilder()
          .setInitialRetryDelayDuration(Duration.ofMillis(100))
          .setRetryDelayMultiplier(2)
          .setMaxRetryDelayDuration(Duration.ofSeconds(1))
          .setInitialRpcTimeoutDuration(Duration.ofSeconds(20))
          .setRpcTimeoutMultiplier(1)
          .setMaxRpcTimeoutDuration(Duration.ofSeconds(20))
          .setTotalTimeoutDuration(Duration.ofSeconds(30))
          .setMaxAttempts(5)
          .build();

  private Clients() {}

  /** Opens a client of Firestore, or of its emulator where the settings name one. */
  public static Firestore firestore(Settings settings) {
    FirestoreOptions.Builder options =
        FirestoreOptions.newBuilder().setProjectId(settings.projectId()).setRetrySettings(RETRIES);
    settings.firestoreEmulator().ifPresent(options::setEmulatorHost);
    return options.build().getService();
  }

  /** Opens a client of Cloud Storage, or of its emulator where the settings name one. */
  public static Storage storage(Settings settings) {
    StorageOptions.Builder options =
        StorageOptions.newBuilder().setProjectId(settings.projectId()).setRetrySettings(RETRIES);
    settings
        .storageEmulator()
        .ifPresent(host -> options.setHost(host).setCredentials(NoCredentials.getInstance()));
    return options.build().getService();
  }

  /** Opens a publisher on a topic, to the emulator where the settings name one. */
  public static Publisher publisher(Settings settings, String topic) {
    Publisher.Builder builder =
        Publisher.newBuilder(TopicName.of(settings.projectId(), topic))
            .setRetrySettings(RETRIES)
            // One event, one message: there is nothing to collect a batch from.
            .setBatchingSettings(BatchingSettings.newBuilder().setIsEnabled(false).build());
    settings
        .pubsubEmulator()
        .ifPresent(
            host ->
                builder
                    .setCredentialsProvider(NoCredentialsProvider.create())
                    .setChannelProvider(
                        InstantiatingGrpcChannelProvider.newBuilder()
                            .setEndpoint(host)
                            .setChannelConfigurator(channel -> channel.usePlaintext())
                            .build()));
    try {
      return builder.build();
    } catch (IOException e) {
      throw new UncheckedIOException("The Pub/Sub client cannot be made", e);
    }
  }

  /** The Admin SDK itself reads which emulator to ask, from {@code FIREBASE_AUTH_EMULATOR_HOST}. */
  public static FirebaseApp firebase(Settings settings) {
    Optional<String> emulator = settings.authEmulator();
    FirebaseOptions options =
        FirebaseOptions.builder()
            .setProjectId(settings.projectId())
            .setCredentials(emulator.isPresent() ? emulatorCredentials() : ownCredentials())
            .setConnectTimeout((int) CONNECT_TIMEOUT.toMillis())
            .setReadTimeout((int) CONNECT_TIMEOUT.toMillis())
            .build();
    // A name of its own, for the SDK keeps its apps in a static map.
    return FirebaseApp.initializeApp(options, "moodify-" + UUID.randomUUID());
  }

  /** What the emulators take for an administrator. */
  private static GoogleCredentials emulatorCredentials() {
    Instant never = Instant.now().plus(Duration.ofDays(10_000));
    return GoogleCredentials.create(new AccessToken("owner", Date.from(never)));
  }

  private static GoogleCredentials ownCredentials() {
    try {
      return GoogleCredentials.getApplicationDefault();
    } catch (IOException e) {
      throw new UncheckedIOException("No credentials for Google Cloud were found", e);
    }
  }
}

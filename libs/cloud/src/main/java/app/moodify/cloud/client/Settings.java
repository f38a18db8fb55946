package app.moodify.cloud.client;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the environment configures. A variable that is empty counts as not set.
 *
 * <p>The variables that lead to the official emulators are the same that Google's own clients know.
 */
public final class Settings {
  private static final String PROJECT = "GOOGLE_CLOUD_PROJECT";
  private static final String FIRESTORE = "FIRESTORE_EMULATOR_HOST";
  private static final String STORAGE = "STORAGE_EMULATOR_HOST";
  private static final String PUBSUB = "PUBSUB_EMULATOR_HOST";
  private static final String TRAIL_KEY = "MOODIFY_TRAIL_KEY";
  private static final int MIN_KEY_LENGTH = 32;
  private static final String UPKEEP_PATIENCE = "MOODIFY_UPKEEP_PATIENCE_SECONDS";
  private static final String AUTH = "FIREBASE_AUTH_EMULATOR_HOST";

  /** As firebase.google.com/docs/app-check/custom-resource-backend names it. */
  private static final String GOOGLES_APP_CHECK_KEYS =
      "https://firebaseappcheck.googleapis.com/v1/jwks";

  private final Map<String, String> environment;

  private Settings(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** Returns the settings of this process. */
  public static Settings fromEnvironment() {
    return new Settings(System.getenv());
  }

  /** Returns settings from variables that are not the process's own. */
  public static Settings of(Map<String, String> environment) {
    return new Settings(environment);
  }

  /** Returns the Google Cloud project. */
  public String projectId() {
    return required(PROJECT, "the id of the Google Cloud project, locally demo-moodify");
  }

  /** Returns how long upkeep waits until it helps what does not go on; ten minutes unless set. */
  public Duration upkeepPatience() {
    return Optional.ofNullable(environment.get(UPKEEP_PATIENCE))
        .filter(seconds -> !seconds.isEmpty())
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .orElse(Duration.ofMinutes(10));
  }

  /** Returns the bucket that photos are uploaded to. */
  public String photoBucket() {
    return required("MOODIFY_PHOTO_BUCKET", "the name of the bucket that photos are uploaded to");
  }

  /**
   * Returns the Pub/Sub topic that mood events are published on, {@code mood-events} unless set.
   */
  public String moodEventsTopic() {
    return optional("MOODIFY_MOOD_EVENTS_TOPIC").orElse("mood-events");
  }

  /** Returns the key that makes names of people's ids in the security trail. */
  public String trailKey() {
    String key = required(TRAIL_KEY, "a secret of at least 32 characters, the same in every start");
    if (key.strip().length() < MIN_KEY_LENGTH) {
      throw new IllegalStateException(
          "The environment variable %s has less than %d characters."
              .formatted(TRAIL_KEY, MIN_KEY_LENGTH));
    }
    return key.strip();
  }

  /** Returns the Pub/Sub topic that wakes upkeep, {@code upkeep} unless set. */
  public String upkeepTopic() {
    return optional("MOODIFY_UPKEEP_TOPIC").orElse("upkeep");
  }

  /**
   * Returns the origins of the page, whose scripts may call the functions with an address: those of
   * Firebase Hosting unless the variable names others, with commas between them.
   */
  public Set<String> pageOrigins() {
    return optional("MOODIFY_ORIGINS")
        .map(list -> Set.of(list.strip().split("\\s*,\\s*")))
        .orElseGet(
            () ->
                Set.of(
                    "https://%s.web.app".formatted(projectId()),
                    "https://%s.firebaseapp.com".formatted(projectId())));
  }

  /** Returns whether calls must come from Moodify's own page, which App Check is to say. */
  public boolean requiresAppCheck() {
    String wish = optional("MOODIFY_APP_CHECK").orElse("off");
    if (!wish.equals("off") && !wish.equals("required")) {
      throw new IllegalStateException(
          "The environment variable MOODIFY_APP_CHECK is \"%s\". Set it to required or off."
              .formatted(wish));
    }
    return wish.equals("required");
  }

  /**
   * Returns where the public keys of App Check are, as JWKS. A project for emulators has no others
   * than its local run's; a real one takes nobody's but Google's, whatever is set.
   */
  public String appCheckKeys() {
    return isForEmulators()
        ? required(
            "MOODIFY_APP_CHECK_KEYS",
            "where the local run gives the keys of App Check, such as http://127.0.0.1:5018/jwks")
        : GOOGLES_APP_CHECK_KEYS;
  }

  /** Returns {@code host:port} of the Firestore emulator, or nothing in production. */
  public Optional<String> firestoreEmulator() {
    return emulator(FIRESTORE, "127.0.0.1:8080");
  }

  /** Returns {@code http://host:port} of the Storage emulator, or nothing in production. */
  public Optional<String> storageEmulator() {
    return emulator(STORAGE, "http://127.0.0.1:9199")
        .map(host -> host.contains("://") ? host : "http://" + host);
  }

  /** Returns {@code host:port} of the Pub/Sub emulator, or nothing in production. */
  public Optional<String> pubsubEmulator() {
    return emulator(PUBSUB, "127.0.0.1:8085");
  }

  /** Returns {@code host:port} of the Authentication emulator, or nothing in production. */
  public Optional<String> authEmulator() {
    return emulator(AUTH, "127.0.0.1:9099");
  }

  /**
   * By Firebase's convention the projects {@code demo-*} are on emulators only. Without this check,
   * a variable that was forgotten would show as missing credentials, far from the cause.
   */
  private Optional<String> emulator(String name, String example) {
    Optional<String> host = optional(name);
    if (host.isEmpty() && isForEmulators()) {
      throw missing(
          name,
          "where the emulator listens, such as %s: %s is a project for emulators only"
              .formatted(example, projectId()));
    }
    return host;
  }

  private boolean isForEmulators() {
    return projectId().startsWith("demo-");
  }

  private String required(String name, String meaning) {
    return optional(name).orElseThrow(() -> missing(name, meaning));
  }

  private Optional<String> optional(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  private static IllegalStateException missing(String name, String meaning) {
    return new IllegalStateException(
        "The environment variable %s is not set. Set it to %s.".formatted(name, meaning));
  }
}

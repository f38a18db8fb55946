package app.moodify.detect;

import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.mood.Goal;
import app.moodify.core.mood.MoodEntry;
import app.moodify.core.mood.MoodError;
import app.moodify.core.mood.MoodEvent;
import app.moodify.core.mood.MoodEventPublisher;
import app.moodify.core.mood.MoodId;
import app.moodify.core.mood.MoodSource;
import app.moodify.core.mood.MoodStatus;
import app.moodify.core.mood.MoodStore;
import app.moodify.core.mood.PhotoReference;
import app.moodify.core.mood.Verdict;
import app.moodify.core.person.ProfileStore;
import app.moodify.core.person.RateLimit;
import app.moodify.core.person.RateLimiter;
import app.moodify.core.person.UploadGate;
import app.moodify.core.photo.PhotoStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Returns what a test sets, and notes the calls that change something. */
final class RecordingStores
    implements PhotoStore, MoodStore, ProfileStore, RateLimiter, UploadGate, MoodEventPublisher {
  private final List<String> calls = new ArrayList<>();
  private Optional<String> photo = Optional.of("happy");
  private boolean consents = true;
  private boolean keepsPhotos;
  private Optional<Duration> wait = Optional.empty();
  private boolean isThereToKeep = true;
  private Claim claim = new Claim(MoodTransition.CURRENT, Optional.of("state"), 0);
  private MoodTransition finish = MoodTransition.CURRENT;
  private Optional<MoodStatus> found = Optional.of(MoodStatus.READY);
  private List<String> refused = List.of();
  private final Set<String> counted = new HashSet<>();

  /** Returns the calls until now that change something. */
  List<String> calls() {
    return List.copyOf(calls);
  }

  /** Returns how many photos were counted, each attempt under its key. */
  Set<String> counted() {
    return Set.copyOf(counted);
  }

  /** Makes {@link #read} return a photo with this content, or nothing. */
  void photo(String contentOrNull) {
    photo = Optional.ofNullable(contentOrNull);
  }

  /** Makes the person one who keeps photos, and the photo one that is still there by then. */
  void keeps(boolean isThere) {
    keepsPhotos = true;
    isThereToKeep = isThere;
  }

  /** Makes the person one who has not agreed that photos are read. */
  void withoutConsent() {
    consents = false;
  }

  /** Makes the person one who has to wait before the next photo. */
  void tooMany(Duration toWait) {
    wait = Optional.of(toWait);
  }

  void claim(Claim result) {
    claim = result;
  }

  void finish(MoodTransition result) {
    finish = result;
  }

  /** Makes {@link #find} return an entry with this status, or nothing. */
  void found(MoodStatus statusOrNull) {
    found = Optional.ofNullable(statusOrNull);
  }

  /** Makes calls fail that begin with one of these names. */
  void refuse(String... names) {
    refused = List.of(names);
  }

  @Override
  public PhotoChoices photoChoices(String uid) {
    failIf("choices");
    return new PhotoChoices(consents, keepsPhotos);
  }

  @Override
  public void recordConsent(String uid, boolean given, Instant at) {
    consents = given;
  }

  @Override
  public Optional<Duration> take(String uid, RateLimit limit, Optional<String> key) {
    failIf("count");
    counted.add(key.orElse("without a key, so each attempt again"));
    return wait;
  }

  @Override
  public void closeUntil(String uid, Instant until) {
    call("close until " + until);
  }

  @Override
  public void release(MoodId id, PhotoReference reference, Instant claimedAt) {
    call("release");
  }

  @Override
  public Optional<byte[]> read(PhotoReference reference) {
    failIf("read");
    return photo.map(content -> content.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean keep(PhotoReference reference, MoodId id) {
    call("keep");
    return isThereToKeep;
  }

  @Override
  public void delete(PhotoReference reference) {
    call("delete");
  }

  @Override
  public void deleteKept(PhotoReference reference, MoodId id) {
    call("delete copy");
  }

  @Override
  public Claim claim(MoodId id, PhotoReference reference, Optional<Goal> goal, Instant at) {
    call("claim");
    return claim;
  }

  @Override
  public MoodTransition finish(
      MoodId id,
      PhotoReference reference,
      Claim claimed,
      Verdict verdict,
      boolean photoKept,
      Instant at) {
    String outcome = verdict.error().map(MoodError::code).orElse(verdict.status().key());
    call("store " + outcome + (photoKept ? " kept" : ""));
    return finish;
  }

  @Override
  public Optional<MoodEntry> find(MoodId id) {
    call("find");
    return found.map(RecordingStores::entry);
  }

  @Override
  public void publish(MoodEvent event) {
    call("publish");
  }

  private void call(String name) {
    calls.add(name);
    failIf(name);
  }

  private void failIf(String name) {
    if (refused.stream().anyMatch(name::startsWith)) {
      throw new ServiceUnavailableException(name + " failed", new IllegalStateException());
    }
  }

  private static MoodEntry entry(MoodStatus status) {
    return new MoodEntry(
        status,
        MoodSource.PHOTO,
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}

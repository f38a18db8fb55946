package app.moodify.api;

import app.moodify.core.Batch;
import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.person.Account;
import app.moodify.core.person.AccountStore;
import app.moodify.core.person.ErasureLog;
import app.moodify.core.person.PersonalDocuments;
import app.moodify.core.person.PersonalFiles;
import app.moodify.testing.FakeClock;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that is kept of one person, in memory; deleting a document of hers can take its time. */
final class FakePersonStore implements AccountStore, PersonalDocuments, PersonalFiles, ErasureLog {
  private final FakeClock clock;
  private boolean hasAccount = true;
  private boolean isBeingErased;
  private boolean isDown;
  private int documents = 3;
  private Duration perDocument = Duration.ZERO;

  FakePersonStore(FakeClock clock) {
    this.clock = clock;
  }

  void documentsTake(Duration each) {
    perDocument = each;
  }

  void down(boolean down) {
    isDown = down;
  }

  int documents() {
    return documents;
  }

  boolean hasAccount() {
    return hasAccount;
  }

  @Override
  public boolean erase(String uid, Duration timeout) {
    Instant end = clock.instant().plus(timeout);
    while (documents > 0 && clock.instant().isBefore(end)) {
      documents--;
      clock.advance(perDocument);
    }
    return documents == 0;
  }

  @Override
  public boolean isEmpty(String uid) {
    return documents == 0;
  }

  @Override
  public Optional<Map<String, Object>> profile(String uid) {
    if (isDown) {
      throw new ServiceUnavailableException("Firestore is down", new IllegalStateException());
    }
    return Optional.of(Map.of("displayName", "Ada"));
  }

  @Override
  public List<String> collections(String uid) {
    return List.of("moods");
  }

  @Override
  public void read(String uid, String collection, Reader reader) {
    if (collection.equals("moods")) {
      reader.take("m1", Map.of("status", "ready"));
    }
  }

  @Override
  public List<PersonalFile> list(String uid) {
    return List.of();
  }

  @Override
  public boolean copy(PersonalFile file, OutputStream to) {
    return false;
  }

  @Override
  public Optional<Account> find(String uid) {
    return hasAccount
        ? Optional.of(
            new Account(
                uid,
                Optional.empty(),
                false,
                Optional.empty(),
                List.of(),
                Instant.EPOCH,
                Instant.EPOCH))
        : Optional.empty();
  }

  @Override
  public Batch<Account> batch(Optional<String> from) {
    throw new UnsupportedOperationException("The api looks at nobody but its caller");
  }

  @Override
  public void delete(String uid) {
    hasAccount = false;
  }

  @Override
  public void endSessions(String uid) {
    throw new UnsupportedOperationException("Signed out by no test here");
  }

  @Override
  public void begin(String uid, Instant at) {
    isBeingErased = true;
  }

  @Override
  public boolean isOpen(String uid) {
    return isBeingErased;
  }

  @Override
  public List<String> openSince(Instant before, int atMost) {
    throw new UnsupportedOperationException("That is upkeep's");
  }

  @Override
  public void end(String uid) {
    isBeingErased = false;
  }
}

package app.moodify.testing;

import app.moodify.core.Batch;
import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.person.Account;
import app.moodify.core.person.AccountStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Accounts in memory. */
public final class FakeAccountStore implements AccountStore {
  private final ConcurrentSkipListMap<String, Account> accounts = new ConcurrentSkipListMap<>();
  private volatile boolean down;

  /** Adds an account, anonymous or with an e-mail address and a password. */
  public void add(String uid, boolean anonymous, Instant createdAt, Instant lastSeenAt) {
    accounts.put(
        uid,
        new Account(
            uid,
            anonymous ? Optional.empty() : Optional.of(uid + "@example.org"),
            false,
            Optional.empty(),
            anonymous ? List.of() : List.of("password"),
            createdAt,
            lastSeenAt));
  }

  /** Gives an account other ways to sign in than it had. */
  public void signsInWith(String uid, String... providers) {
    accounts.computeIfPresent(
        uid,
        (key, account) ->
            new Account(
                uid,
                account.email(),
                account.emailVerified(),
                account.displayName(),
                List.of(providers),
                account.createdAt(),
                account.lastSeenAt()));
  }

  /** Returns whose accounts are there, in alphabetical order. */
  public List<String> uids() {
    return List.copyOf(accounts.keySet());
  }

  /** Refuses every call while {@code isDown}. */
  public void down(boolean isDown) {
    down = isDown;
  }

  @Override
  public Batch<Account> batch(Optional<String> from) {
    failIfDown();
    return Batches.of(List.copyOf(accounts.values()), Account::uid, from);
  }

  @Override
  public Optional<Account> find(String uid) {
    failIfDown();
    return Optional.ofNullable(accounts.get(uid));
  }

  @Override
  public List<String> withoutAccount(List<String> uids) {
    failIfDown();
    return uids.stream().filter(uid -> !accounts.containsKey(uid)).toList();
  }

  @Override
  public boolean delete(String uid) {
    failIfDown();
    return accounts.remove(uid) != null;
  }

  /** Does nothing: there are no sessions here. */
  @Override
  public void endSessions(String uid) {
    failIfDown();
  }

  private void failIfDown() {
    if (down) {
      throw new ServiceUnavailableException("Accounts are down", new IllegalStateException());
    }
  }
}

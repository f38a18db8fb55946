package app.moodify.testing;

import app.moodify.core.Batch;
import app.moodify.core.person.Account;
import app.moodify.core.person.AccountStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Accounts in memory. */
public final class FakeAccountStore implements AccountStore {
  private final ConcurrentSkipListMap<String, Account> accounts = new ConcurrentSkipListMap<>();

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

  /** Returns whose accounts are there, in alphabetical order. */
  public List<String> uids() {
    return List.copyOf(accounts.keySet());
  }

  @Override
  public Batch<Account> batch(Optional<String> from) {
    return Batches.of(List.copyOf(accounts.values()), Account::uid, from);
  }

  @Override
  public Optional<Account> find(String uid) {
    return Optional.ofNullable(accounts.get(uid));
  }

  @Override
  public void delete(String uid) {
    accounts.remove(uid);
  }

  /** Does nothing: there are no sessions here. */
  @Override
  public void endSessions(String uid) {}
}

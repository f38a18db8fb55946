package app.moodify.upkeep;

import app.moodify.core.Batch;
import app.moodify.core.person.Account;
import app.moodify.core.person.AccountStore;
import app.moodify.core.person.PersonalFiles;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Accounts in memory, two on a page, of people without files. */
final class FakeAccountStore implements AccountStore, PersonalFiles {
  private static final int BATCH = 2;

  private final List<Account> accounts = new ArrayList<>();

  void add(String uid, boolean anonymous, Instant createdAt, Instant lastSeenAt) {
    accounts.add(
        new Account(
            uid,
            anonymous ? Optional.empty() : Optional.of(uid + "@example.org"),
            false,
            Optional.empty(),
            anonymous ? List.of() : List.of("password"),
            createdAt,
            lastSeenAt));
  }

  List<String> uids() {
    return accounts.stream().map(Account::uid).toList();
  }

  @Override
  public Batch<Account> batch(Optional<String> from) {
    List<Account> rest =
        accounts.stream()
            .filter(each -> each.uid().compareTo(from.orElse("")) > 0)
            .limit(BATCH + 1)
            .toList();
    List<Account> page = rest.subList(0, Math.min(BATCH, rest.size()));
    return new Batch<>(
        page, rest.size() > BATCH ? Optional.of(page.get(BATCH - 1).uid()) : Optional.empty());
  }

  @Override
  public Optional<Account> find(String uid) {
    return accounts.stream().filter(each -> each.uid().equals(uid)).findFirst();
  }

  @Override
  public void delete(String uid) {
    accounts.removeIf(each -> each.uid().equals(uid));
  }

  @Override
  public void endSessions(String uid) {
    throw new UnsupportedOperationException("Upkeep signs nobody out");
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
  public boolean erase(String uid, Duration timeout) {
    return true;
  }
}

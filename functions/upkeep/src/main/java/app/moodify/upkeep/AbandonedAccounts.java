package app.moodify.upkeep;

import app.moodify.core.person.Account;
import app.moodify.core.person.AccountStore;
import app.moodify.core.upkeep.UpkeepStore;
import app.moodify.privacy.Erasure;
import app.moodify.upkeep.Upkeep.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Anonymous accounts that are older than 30 days and were not seen since: nobody can sign in to
 * them any more once the browser has deleted its session.
 */
final class AbandonedAccounts implements Job {
  private static final Duration KEPT_FOR = Duration.ofDays(30);

  private final BatchWalker walker;
  private final AccountStore accounts;
  private final Erasure erasure;
  private final Clock clock;

  AbandonedAccounts(UpkeepStore store, AccountStore accounts, Erasure erasure, Clock clock) {
    this.walker = new BatchWalker(store, clock);
    this.accounts = accounts;
    this.erasure = erasure;
    this.clock = clock;
  }

  @Override
  public String run(Instant end) {
    Instant latest = clock.instant().minus(KEPT_FOR);
    int erased =
        walker.walk(
            "abandoned-accounts",
            BatchWalker.ALL,
            end,
            accounts::batch,
            each -> erase(each, latest, end));
    return erased + " erased";
  }

  private int erase(Account account, Instant latest, Instant end) {
    Instant now = clock.instant();
    if (!account.isAnonymous()
        || account.createdAt().isAfter(latest)
        || account.lastSeenAt().isAfter(latest)
        || !now.isBefore(end)) {
      return 0;
    }
    // What is not erased in time is in the log of erasures, and so goes on in the next run.
    return erasure.erase(account.uid(), Duration.between(now, end)).ended() ? 1 : 0;
  }
}

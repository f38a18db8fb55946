package app.moodify.upkeep;

import app.moodify.core.person.Account;
import app.moodify.core.person.AccountStore;
import app.moodify.core.upkeep.UpkeepStore;
import app.moodify.privacy.SecurityTrail;
import app.moodify.upkeep.Upkeep.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * What people did at Firebase Authentication, and their consents: looked for in the accounts that
 * were used lately, for the security trail.
 */
final class AccountChanges implements Job {
  /**
   * Whoever changes something has an ID token, which is good for an hour from when it was renewed.
   * Then there are some runs more, should one fail.
   */
  private static final Duration USED_WITHIN = Duration.ofHours(2);

  private final BatchWalker walker;
  private final AccountStore accounts;
  private final SecurityTrail trail;
  private final Clock clock;

  AccountChanges(UpkeepStore store, AccountStore accounts, SecurityTrail trail, Clock clock) {
    this.walker = new BatchWalker(store, clock);
    this.accounts = accounts;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public String run(Instant end) {
    Instant earliest = clock.instant().minus(USED_WITHIN);
    int looked =
        walker.walk(
            "account-changes",
            BatchWalker.ALL,
            end,
            accounts::batch,
            account -> look(account, earliest));
    return looked + " accounts looked at";
  }

  private int look(Account account, Instant earliest) {
    if (account.lastSeenAt().isBefore(earliest)) {
      return 0;
    }
    trail.observe(account);
    return 1;
  }
}

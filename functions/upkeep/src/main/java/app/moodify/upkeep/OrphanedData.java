package app.moodify.upkeep;

import static java.util.stream.Collectors.partitioningBy;

import app.moodify.core.Batch;
import app.moodify.core.person.AccountStore;
import app.moodify.core.person.PersonalDocuments;
import app.moodify.core.person.PersonalFiles;
import app.moodify.core.upkeep.OrphanLog;
import app.moodify.core.upkeep.OrphanLog.Orphan;
import app.moodify.core.upkeep.UpkeepStore;
import app.moodify.privacy.Erasure;
import app.moodify.upkeep.Upkeep.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Orphans: documents and files of people who have no account, which nobody could ask to be erased.
 * They are noted when they are found first, and erased once they have been without an account for a
 * day.
 */
final class OrphanedData implements Job {
  /**
   * Longer than the outages that Firebase Authentication has, and than anybody takes to sign up, or
   * to see that accounts are missing: what is erased does not come back.
   */
  private static final Duration NOTED_FOR = Duration.ofDays(1);

  /**
   * Of a hundred people each. A run reads up to 500 names of documents and of files, and goes round
   * with every run while there are not more people than that; with ten thousand in five hours.
   */
  private static final int BATCHES_PER_RUN = 5;

  private final BatchWalker walker;
  private final OrphanLog orphans;
  private final AccountStore accounts;
  private final PersonalDocuments documents;
  private final PersonalFiles files;
  private final Erasure erasure;
  private final Clock clock;

  OrphanedData(
      UpkeepStore store,
      OrphanLog orphans,
      AccountStore accounts,
      PersonalDocuments documents,
      PersonalFiles files,
      Erasure erasure,
      Clock clock) {
    this.walker = new BatchWalker(store, clock);
    this.orphans = orphans;
    this.accounts = accounts;
    this.documents = documents;
    this.files = files;
    this.erasure = erasure;
    this.clock = clock;
  }

  @Override
  public String run(Instant end) {
    int erased =
        walker.walk(
            "orphans",
            BATCHES_PER_RUN,
            end,
            from -> stillWithoutAccount(orphans.batch(from)),
            orphan -> eraseIfDue(orphan, end));
    int noted =
        find("orphaned-documents", documents::people, end)
            + find("orphaned-files", files::people, end);
    return "%d noted, %d erased".formatted(noted, erased);
  }

  /** Forgets who has an account again. */
  private Batch<Orphan> stillWithoutAccount(Batch<Orphan> noted) {
    Set<String> uids =
        Set.copyOf(accounts.withoutAccount(noted.items().stream().map(Orphan::uid).toList()));
    Map<Boolean, List<Orphan>> byAccount =
        noted.items().stream().collect(partitioningBy(orphan -> uids.contains(orphan.uid())));
    byAccount.get(false).forEach(orphan -> orphans.delete(orphan.uid()));
    return new Batch<>(byAccount.get(true), noted.next());
  }

  /** Erases what is noted for long enough, unless it has an account since the batch was read. */
  private int eraseIfDue(Orphan orphan, Instant end) {
    Instant now = clock.instant();
    boolean isDue = !orphan.firstSeenAt().isAfter(now.minus(NOTED_FOR));
    if (!isDue || !now.isBefore(end) || accounts.find(orphan.uid()).isPresent()) {
      return 0;
    }
    // What is not erased in time is in the log of erasures, and so goes on in the next run.
    boolean ended = erasure.erase(orphan.uid(), Duration.between(now, end)).ended();
    orphans.delete(orphan.uid());
    return ended ? 1 : 0;
  }

  private int find(String job, Function<Optional<String>, Batch<String>> people, Instant end) {
    return walker.walk(
        job, BATCHES_PER_RUN, end, from -> withoutAccount(people.apply(from)), this::note);
  }

  private Batch<String> withoutAccount(Batch<String> people) {
    return new Batch<>(accounts.withoutAccount(people.items()), people.next());
  }

  /** Who is being erased has no account either, and is looked after by then. */
  private int note(String uid) {
    return !erasure.hasBegun(uid) && orphans.note(new Orphan(uid, clock.instant())) ? 1 : 0;
  }
}

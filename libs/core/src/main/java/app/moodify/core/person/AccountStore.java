package app.moodify.core.person;

import app.moodify.core.Batch;
import app.moodify.core.ServiceUnavailableException;
import java.util.List;
import java.util.Optional;

/**
 * People's accounts. Implementations are thread-safe; every method throws {@link
 * ServiceUnavailableException} if the store cannot be reached.
 */
public interface AccountStore {

  /** Returns a person's account, or nothing if there is none. */
  Optional<Account> find(String uid);

  /**
   * Returns a page of all accounts.
   *
   * @param from what the page before said; empty for the first one
   */
  Batch<Account> batch(Optional<String> from);

  /**
   * Returns those of some people who have no account, in the order in which they were given. What
   * cannot be the id of an account has none.
   */
  List<String> withoutAccount(List<String> uids);

  /**
   * Deletes an account.
   *
   * @return whether there was one
   */
  boolean delete(String uid);

  /**
   * Signs a person out everywhere: no token can be renewed any more, and {@link IdTokenVerifier}s
   * that look for it refuse those given out before. Does nothing if there is no account.
   */
  void endSessions(String uid);
}

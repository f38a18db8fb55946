package app.moodify.core.person;

import app.moodify.core.ServiceUnavailableException;
import java.time.Instant;

/** What people have chosen for themselves. Implementations are thread-safe. */
public interface ProfileStore {

  /**
   * What a person has chosen about their photos.
   *
   * @param consents whether they agree that photos are read, to the notice as it reads now
   * @param keeps whether they want them kept; false unless they said so
   */
  record PhotoChoices(boolean consents, boolean keeps) {}

  /**
   * Returns what this person has chosen about their photos.
   *
   * @throws ServiceUnavailableException if the store cannot be reached
   */
  PhotoChoices photoChoices(String uid);

  /**
   * The notice about photos as it reads now. docs/notices.json has what each one says; who has
   * agreed to an earlier one has not agreed.
   */
  int NOTICE = 2;

  /**
   * Notes that a person agrees that photos are read, or does so no longer, with a record that
   * stays. Who withdraws it keeps no photos any more.
   *
   * @throws ServiceUnavailableException if that could not be noted
   */
  void recordConsent(String uid, boolean given, Instant at);
}

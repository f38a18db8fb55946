package app.moodify.core.person;

import app.moodify.core.Batch;
import app.moodify.core.ServiceUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All documents of a person, whatever is in them. Values are those of JSON, and {@link
 * java.time.Instant} for times and {@code byte[]} for bytes. Implementations are thread-safe; every
 * method throws {@link ServiceUnavailableException} if the store cannot be reached.
 */
public interface PersonalDocuments {

  /**
   * Returns a batch of the people who have documents, with an account or without.
   *
   * @param from the cursor of the batch before; empty for the first one
   */
  Batch<String> people(Optional<String> from);

  /** Returns the fields of a person's profile, or nothing if they have none. */
  Optional<Map<String, Object>> profile(String uid);

  /** Returns the names of the collections that a person has documents in, in alphabetical order. */
  List<String> collections(String uid);

  /** Hands over every document of one of these collections, batch by batch, in order of ids. */
  void read(String uid, String collection, Reader reader);

  /** What is done with a document. */
  interface Reader {
    /** Takes a document: its id, and its fields. */
    void take(String id, Map<String, Object> fields);
  }

  /** Counts a person's documents without reading them. Those far below others may be left out. */
  long count(String uid);

  /**
   * Deletes every document of a person, however deep, and looks whether one is left.
   *
   * @param timeout how long to go on at most
   * @return how many were deleted; if some are left, calling again goes on from there
   */
  Erased erase(String uid, Duration timeout);

  /** Returns whether no document of a person is there. */
  boolean isEmpty(String uid);
}

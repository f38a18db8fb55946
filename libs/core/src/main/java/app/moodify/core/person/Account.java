package app.moodify.core.person;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What Firebase Authentication keeps of a person.
 *
 * @param uid the person
 * @param email their address; empty for an anonymous account
 * @param emailVerified whether they showed that the address is theirs
 * @param displayName what they are called there, if anything
 * @param providers how they can sign in, such as {@code password}; none for an anonymous account
 * @param createdAt when the account was made
 * @param lastSeenAt when they last signed in or renewed their token, whichever is later
 */
public record Account(
    String uid,
    Optional<String> email,
    boolean emailVerified,
    Optional<String> displayName,
    List<String> providers,
    Instant createdAt,
    Instant lastSeenAt) {

  /** Returns whether this is somebody who tries Moodify without an account of their own. */
  public boolean isAnonymous() {
    return providers.isEmpty() && email.isEmpty();
  }
}

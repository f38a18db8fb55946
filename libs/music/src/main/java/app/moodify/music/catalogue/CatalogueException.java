package app.moodify.music.catalogue;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * A catalogue did not respond as it should. The message says what happened and never holds an
 * address with its parameters, a client id or a token.
 */
public final class CatalogueException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What went wrong, and so what can be done about it. */
  public enum Kind {
    /** No connection, no response in time, or a fault on the other side: a retry may help. */
    UNREACHABLE,
    /** Too many requests: nothing helps but to retryAfter. */
    QUOTA,
    /** The client id or token is refused, or the app suspended: somebody must act. */
    REFUSED,
    /** The request was wrong, which is a fault of this program. */
    BAD_REQUEST,
    /** The response makes no sense, or is not accepted. */
    MALFORMED
  }

  private final Kind kind;
  private final transient Duration retryAfter;

  private CatalogueException(Kind kind, String message, Duration retryAfter, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  /** Says what happened. */
  public CatalogueException(Kind kind, String message) {
    this(kind, message, null, null);
  }

  /** Says what happened, and what it came from. */
  public CatalogueException(Kind kind, String message, Throwable cause) {
    this(kind, message, null, cause);
  }

  /**
   * Says that there were too many requests.
   *
   * @param retryAfter how long the catalogue wants not to be asked; empty if it did not say
   */
  public static CatalogueException quota(String message, Optional<Duration> retryAfter) {
    return new CatalogueException(Kind.QUOTA, message, retryAfter.orElse(null), null);
  }

  /** Returns what went wrong. */
  public Kind kind() {
    return kind;
  }

  /** Returns how long the catalogue wants not to be asked, if it said so. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}

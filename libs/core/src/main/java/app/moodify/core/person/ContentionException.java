package app.moodify.core.person;

/**
 * A call could not be counted, because other instances kept a person's count busy: there may be too
 * many calls, or an instance has died in the middle of counting. Whoever can ask again later does.
 */
public final class ContentionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Keeps what the last attempt met. */
  public ContentionException(Throwable cause) {
    super("Others kept a count of calls busy", cause);
  }
}

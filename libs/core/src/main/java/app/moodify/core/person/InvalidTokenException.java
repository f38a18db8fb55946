package app.moodify.core.person;

/** An ID token is malformed, expired, forged, or of a person who is gone. */
public final class InvalidTokenException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Names the fault; {@code reason} must not hold the token. */
  public InvalidTokenException(String reason) {
    super(reason);
  }
}

package app.moodify.core;

/** A service Moodify depends on did not do its part; trying again later may help. */
public final class ServiceUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names what could not be done, without anything of the person but ids. */
  public ServiceUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}

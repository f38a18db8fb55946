package app.moodify.core.photo;

/** A photo cannot be analyzed for now, for want of a free place; trying again later helps. */
public final class AnalyzerBusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names what was in the way, for the log. */
  public AnalyzerBusyException(String message) {
    super(message);
  }
}

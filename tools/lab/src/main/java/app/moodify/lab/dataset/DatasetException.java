package app.moodify.lab.dataset;

/** The data set is missing or broken; the message names the file, the line and the way out. */
public final class DatasetException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With a message for the person. */
  public DatasetException(String message) {
    super(message);
  }

  /** With a message for the person and what lies behind it. */
  public DatasetException(String message, Throwable cause) {
    super(message, cause);
  }
}

package app.moodify.stack;

/** The stack cannot start, or a part of it ended; the message says which, why and what to do. */
public final class StackException extends Exception {

  private static final long serialVersionUID = 1;

  /** With a message for the person. */
  public StackException(String message) {
    super(message);
  }

  /** With a message for the person and what lies behind it. */
  public StackException(String message, Throwable cause) {
    super(message, cause);
  }
}

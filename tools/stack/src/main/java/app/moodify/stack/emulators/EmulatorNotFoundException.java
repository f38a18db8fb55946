package app.moodify.stack.emulators;

/** An emulator can be had from nowhere; the message says what to do. */
public final class EmulatorNotFoundException extends Exception {

  private static final long serialVersionUID = 1;

  /** With a sentence for the person. */
  public EmulatorNotFoundException(String message) {
    super(message);
  }
}

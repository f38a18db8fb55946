package app.moodify.core.photo;

/** A photo cannot be read, and the fault lies in the photo: trying again cannot help. */
public final class UnreadablePhotoException extends Exception {
  private static final long serialVersionUID = 1L;

  private final PhotoFault fault;

  /** Names the fault; {@code detail} is for the log and must not hold anything of the person. */
  public UnreadablePhotoException(PhotoFault fault, String detail) {
    super(fault.code() + ": " + detail);
    this.fault = fault;
  }

  /** Returns what is wrong with the photo. */
  public PhotoFault fault() {
    return fault;
  }
}

package app.moodify.stack;

/** The project of local runs. An id that begins with demo- never reaches Google. */
public final class Project {

  /** Its id. */
  public static final String ID = "demo-moodify";

  static final String BUCKET = ID + ".appspot.com";
  static final String MOOD_EVENTS = "mood-events";
  static final String UPKEEP = "upkeep";

  private Project() {}
}

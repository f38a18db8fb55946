package app.moodify.stack;

import java.time.Duration;

/** The project of local runs. An id that begins with demo- never reaches Google. */
public final class Project {

  /** Its id. */
  public static final String ID = "demo-moodify";

  static final String BUCKET = ID + ".appspot.com";
  static final String MOOD_EVENTS = "mood-events";
  static final String UPKEEP = "upkeep";

  /**
   * How old an upload is before upkeep asks what became of it: nothing takes longer here, and
   * whoever has ended a run by force looks at once.
   */
  static final Duration UPKEEP_PATIENCE = Duration.ofSeconds(30);

  private Project() {}
}

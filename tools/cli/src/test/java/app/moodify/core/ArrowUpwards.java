package app.moodify.core;

import app.moodify.cloud.Cloud;

/** What must not be: core that knows the cloud. For the test that the rules can fail. */
public final class ArrowUpwards {
  private ArrowUpwards() {}

  /** Depends on cloud. */
  public static String name() {
    return Cloud.class.getName();
  }
}

package app.moodify.stack;

import java.util.List;

/**
 * A function that runs in a process of its own, on the functions framework as in production.
 *
 * @param name its name and that of its port
 * @param target the class
 * @param heapMegabytes the most that Java objects may take; natives come on top
 */
record JavaFunction(String name, String target, int heapMegabytes) {

  /** Where storage events go. */
  static final String DETECT = "detect";

  /** Where Firestore events go. */
  static final String RECOMMEND = "recommend";

  /** What Hosting's first rewrite reaches. */
  static final String ANALYZE = "analyze";

  /** What Hosting's rewrite of all other paths of programs reaches. */
  static final String API = "api";

  /** Where messages of the topic {@link Project#MOOD_EVENTS} go. */
  static final String INSIGHTS = "insights";

  /** Where messages of the topic {@link Project#UPKEEP} go. */
  static final String UPKEEP = "upkeep";

  /** All of Moodify's. */
  static final List<JavaFunction> ALL =
      List.of(
          new JavaFunction(DETECT, "app.moodify.detect.Detect", 256),
          new JavaFunction(RECOMMEND, "app.moodify.recommend.Recommend", 192),
          new JavaFunction(ANALYZE, "app.moodify.detect.Analyze", 256),
          new JavaFunction(API, "app.moodify.api.Api", 96),
          new JavaFunction(INSIGHTS, "app.moodify.insights.Insights", 64),
          new JavaFunction(UPKEEP, "app.moodify.upkeep.Upkeep", 96));
}

/**
 * The functions that read expressions, in one package with the natives they need: {@link
 * app.moodify.detect.Detect} for uploaded photos, {@link app.moodify.detect.Analyze} for programs.
 * What becomes of an uploaded photo's entry is in {@link app.moodify.detect.MoodLifecycle}.
 */
package app.moodify.detect;

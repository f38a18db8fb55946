/**
 * The functions that read expressions, in one package with the natives they need: {@link
 * app.moodify.detect.Detect} for uploaded photos, {@link app.moodify.detect.Analyze} for programs.
 */
package app.moodify.detect;

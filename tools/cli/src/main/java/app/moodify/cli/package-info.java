/** Runs Moodify on one machine: the commands behind {@code ./moodify}. */
package app.moodify.cli;

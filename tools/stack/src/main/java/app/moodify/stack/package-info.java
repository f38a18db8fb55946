/** Starts, watches and stops everything that makes up Moodify on one machine. */
package app.moodify.stack;

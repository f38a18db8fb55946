/**
 * A mood: the entry, what was read for it, what happens to it, and the port to where it is kept.
 */
package app.moodify.core.mood;

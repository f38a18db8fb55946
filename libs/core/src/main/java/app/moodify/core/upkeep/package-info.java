/** The ports through which upkeep finds what was left behind. */
package app.moodify.core.upkeep;

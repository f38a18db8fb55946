/** The function that looks after what was left: stuck, expired, abandoned. */
package app.moodify.upkeep;

/**
 * From candidates to a list: near the target, to the person's taste, well liked, new, and varied;
 * with the reasons, and with the propensity of each track.
 */
package app.moodify.music.ranking;

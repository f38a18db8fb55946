/**
 * From candidates to a list: near the target, to the person's taste, well liked, new, and varied;
 * with the reasons, and with what chance each track had.
 */
package app.moodify.music.ranking;

/** Songs of one's own: a file of them, and the catalogue they become. */
package app.moodify.music.songs;

/** Music: tracks, playlists, opinions of them, and the ports to catalogues and to what is kept. */
package app.moodify.core.music;

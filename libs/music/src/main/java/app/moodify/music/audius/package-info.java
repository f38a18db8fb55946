/** Audius: music that artists publish themselves, {@code https://docs.audius.co}. */
package app.moodify.music.audius;

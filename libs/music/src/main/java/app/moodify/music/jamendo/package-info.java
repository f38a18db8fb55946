/** Jamendo: music under Creative Commons licences, {@code https://developer.jamendo.com/v3.0}. */
package app.moodify.music.jamendo;

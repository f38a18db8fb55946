/** From an expression to music: where the music should lie, where it is found, what is chosen. */
package app.moodify.music;

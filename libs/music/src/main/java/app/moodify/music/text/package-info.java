/** The words and links of a catalogue, made fit to be shown and compared. */
package app.moodify.music.text;

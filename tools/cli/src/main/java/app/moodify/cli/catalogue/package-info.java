/** {@code moodify catalogue}: songs of one's own become a catalogue. */
package app.moodify.cli.catalogue;

/** Moodify originals: pieces that the page composes, each told wholly by its recipe. */
package app.moodify.music.originals;

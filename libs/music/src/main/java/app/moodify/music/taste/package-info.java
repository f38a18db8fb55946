/** What a person likes, learned from what they did with the music they were given. */
package app.moodify.music.taste;

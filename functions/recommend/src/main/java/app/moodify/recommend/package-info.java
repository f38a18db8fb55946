/** The function that chooses music: a mood entry was written, a playlist is to be there. */
package app.moodify.recommend;

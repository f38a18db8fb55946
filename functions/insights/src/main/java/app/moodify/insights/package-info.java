/** The function that counts: something happened to a mood entry, the statistics are to say so. */
package app.moodify.insights;

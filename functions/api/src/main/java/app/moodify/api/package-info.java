/** The function that the page and programs ask: their data, its end, other music. */
package app.moodify.api;

/**
 * {@code moodify evaluate}: judges the model that is served, with the code that serves it, on crops
 * of a data set and on whole photos.
 */
package app.moodify.lab.evaluate;

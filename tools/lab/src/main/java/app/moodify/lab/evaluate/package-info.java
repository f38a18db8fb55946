/**
 * {@code moodify predict}: what the model that is served, with the code that serves it, makes of
 * face crops. {@code moodify evaluate}, in {@code models/}, asks it and measures.
 */
package app.moodify.lab.evaluate;

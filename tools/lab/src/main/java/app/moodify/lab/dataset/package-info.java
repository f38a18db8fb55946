/** FER-2013 with its FER+ votes, read as the training in {@code models/} reads it. */
package app.moodify.lab.dataset;

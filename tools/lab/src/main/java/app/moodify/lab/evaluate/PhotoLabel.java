package app.moodify.lab.evaluate;

import app.moodify.core.mood.Emotion;
import java.nio.file.Path;

/**
 * A photo and what its face is said to look like.
 *
 * @param photo the file
 * @param expected the label
 */
record PhotoLabel(Path photo, Emotion expected) {}

package app.moodify.lab.dataset;

import app.moodify.core.mood.Emotion;
import java.util.List;
import java.util.Optional;

/**
 * One face of FER-2013. Two are equal only if they share the array of pixels.
 *
 * @param pixels 48 rows of 48 grey values, top row first, unsigned; not copied, so not to be
 *     changed
 * @param label what the data set says the expression is
 * @param split the part of the data set it belongs to
 * @param votes how many of FER+'s ten raters chose neutral, happiness, surprise, sadness, anger,
 *     disgust, fear, contempt, unknown and not-a-face, in this order; empty where there are none
 * @param copyOfTraining whether a Training row has the very same pixels; so it is true of every
 *     Training row
 */
public record LabelledCrop(
    byte[] pixels,
    Emotion label,
    Split split,
    Optional<List<Integer>> votes,
    boolean copyOfTraining) {}

/**
 * Photo in, emotion scores out: decoding, finding and aligning the face (OpenCV), reading its
 * expression (TensorFlow). Knows no cloud. {@link app.moodify.vision.VisionPhotoAnalyzer} is the
 * way in.
 */
package app.moodify.vision;

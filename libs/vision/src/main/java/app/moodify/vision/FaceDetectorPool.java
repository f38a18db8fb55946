package app.moodify.vision;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Face detectors that are lent to one photo at a time. Thread-safe. */
final class FaceDetectorPool implements AutoCloseable {
  private final Path folder;
  private final Deque<FaceDetector> free = new ArrayDeque<>();
  private boolean closed;

  /** Makes an empty pool of detectors of this folder's models. */
  FaceDetectorPool(Path folder) {
    this.folder = folder;
  }

  /** Opens so many detectors. */
  synchronized void open(int count) {
    for (int i = 0; i < count; i++) {
      free.push(new FaceDetector(folder));
    }
  }

  /** Returns a free detector; a new one, if an abandoned photo has the last. */
  synchronized FaceDetector take() {
    if (closed) {
      throw new IllegalStateException("This analyzer is closed");
    }
    return free.isEmpty() ? new FaceDetector(folder) : free.pop();
  }

  /** Returns all free detectors. */
  synchronized List<FaceDetector> takeAll() {
    List<FaceDetector> all = new ArrayList<>(free);
    free.clear();
    return all;
  }

  /** Takes a detector back, and closes it if that has been done to the others. */
  synchronized void giveBack(FaceDetector detector) {
    if (closed) {
      detector.close();
    } else {
      free.push(detector);
    }
  }

  /** Closes the free detectors now, and those that are lent when they come back. */
  @Override
  public synchronized void close() {
    closed = true;
    free.forEach(FaceDetector::close);
    free.clear();
  }
}

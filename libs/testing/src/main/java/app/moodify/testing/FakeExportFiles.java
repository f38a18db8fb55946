package app.moodify.testing;

import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.person.ExportFiles;
import app.moodify.core.person.ExportId;
import app.moodify.core.person.ExportQueue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Files of exports in memory, and the requests for them. */
public final class FakeExportFiles implements ExportFiles, ExportQueue {
  private final Map<ExportId, byte[]> files = new ConcurrentHashMap<>();
  private final List<ExportId> asked = new CopyOnWriteArrayList<>();
  private volatile boolean down;

  /** Returns the files by their exports. */
  public Map<ExportId, byte[]> files() {
    return Map.copyOf(files);
  }

  /** Returns which exports were asked for, in that order. */
  public List<ExportId> asked() {
    return List.copyOf(asked);
  }

  /** Refuses every request while {@code isDown}. */
  public void down(boolean isDown) {
    down = isDown;
  }

  @Override
  public long write(ExportId id, Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      content.writeTo(bytes);
    } catch (IOException e) {
      throw new ServiceUnavailableException("Writing fails", e);
    }
    files.put(id, bytes.toByteArray());
    return bytes.size();
  }

  @Override
  public void delete(ExportId id) {
    files.remove(id);
  }

  @Override
  public void send(ExportId id) {
    if (down) {
      throw new ServiceUnavailableException("The topic is down", new IllegalStateException());
    }
    asked.add(id);
  }
}

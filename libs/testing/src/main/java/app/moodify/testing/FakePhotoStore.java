package app.moodify.testing;

import app.moodify.core.Batch;
import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.mood.MoodId;
import app.moodify.core.mood.PhotoReference;
import app.moodify.core.person.Erased;
import app.moodify.core.person.PersonalFiles;
import app.moodify.core.photo.DownloadTokens;
import app.moodify.core.photo.PhotoStore;
import app.moodify.core.photo.UploadedPhotos;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A bucket of photos in memory, where an object is one generation of one photo. What is put into it
 * has a download token, as what is uploaded through Firebase.
 */
public final class FakePhotoStore
    implements PhotoStore, UploadedPhotos, PersonalFiles, DownloadTokens {
  private final ConcurrentSkipListMap<String, StoredPhoto> objects = new ConcurrentSkipListMap<>();
  private final List<String> sentAgain = new CopyOnWriteArrayList<>();
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicLong nextGeneration = new AtomicLong(1000);
  private volatile boolean down;

  private record StoredPhoto(long generation, String content, Instant at, boolean hasToken) {
    StoredPhoto withoutToken() {
      return new StoredPhoto(generation, content, at, false);
    }
  }

  /** Stores a photo whose content a test looks at. */
  public void put(String path, long generation, String content) {
    objects.put(path, new StoredPhoto(generation, content, Instant.EPOCH, true));
  }

  /** Stores a photo whose age a test looks at. */
  public void put(String path, long generation, Instant at) {
    objects.put(path, new StoredPhoto(generation, "", at, true));
  }

  /** Deletes an object, whatever its generation. */
  public void remove(String path) {
    objects.remove(path);
  }

  /** Returns an object's content, or nothing if it is not there. */
  public Optional<String> content(String path) {
    return Optional.ofNullable(objects.get(path)).map(StoredPhoto::content);
  }

  /** Returns whether an object is there. */
  public boolean has(String path) {
    return objects.containsKey(path);
  }

  /** Returns whether a link with a token opens an object. */
  public boolean hasToken(String path) {
    return objects.containsKey(path) && objects.get(path).hasToken();
  }

  /** Returns the names of all objects, in alphabetical order. */
  public List<String> paths() {
    return List.copyOf(objects.keySet());
  }

  /** Returns the names of the photos that were sent again. */
  public List<String> sentAgain() {
    return sentAgain;
  }

  /** Returns how often a photo was asked for. */
  public int reads() {
    return reads.get();
  }

  /** Refuses every call of {@link PhotoStore} and {@link DownloadTokens} while {@code isDown}. */
  public void down(boolean isDown) {
    down = isDown;
  }

  @Override
  public Optional<byte[]> read(PhotoReference photo) {
    failIfDown();
    reads.incrementAndGet();
    return content(photo.path())
        .filter(content -> isThere(photo))
        .map(content -> content.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean keep(PhotoReference photo, MoodId id) {
    failIfDown();
    if (isThere(photo)) {
      StoredPhoto copy =
          new StoredPhoto(
              nextGeneration.incrementAndGet(),
              content(photo.path()).orElseThrow(),
              Instant.EPOCH,
              false);
      objects.put(id.keptPhotoPath(), copy);
    }
    return isThere(photo);
  }

  @Override
  public void remove(PhotoReference object) {
    failIfDown();
    if (isThere(object)) {
      objects.computeIfPresent(object.path(), (path, stored) -> stored.withoutToken());
    }
  }

  @Override
  public void deleteKept(PhotoReference photo, MoodId id) {
    failIfDown();
    remove(id.keptPhotoPath());
  }

  @Override
  public void delete(PhotoReference photo) {
    failIfDown();
    if (isThere(photo)) {
      remove(photo.path());
    }
  }

  @Override
  public Batch<Uploaded> batch(Optional<String> from) {
    return batch("photos/", from);
  }

  @Override
  public Batch<Uploaded> keptBatch(Optional<String> from) {
    return batch("kept/", from);
  }

  @Override
  public boolean sendAgain(PhotoReference photo) {
    if (isThere(photo)) {
      sentAgain.add(photo.path());
    }
    return isThere(photo);
  }

  @Override
  public Batch<String> people(Optional<String> from) {
    List<String> people =
        objects.keySet().stream()
            .filter(path -> path.matches("pictures/[^/]+|(exports|kept|photos|pictures)/[^/]+/.*"))
            .map(path -> path.split("/")[1])
            .distinct()
            .sorted()
            .toList();
    return Batches.of(people, uid -> uid, from);
  }

  @Override
  public List<PersonalFile> list(String uid) {
    return list("kept|photos|pictures", uid);
  }

  private List<PersonalFile> list(String places, String uid) {
    return objects.entrySet().stream()
        .filter(each -> (each.getKey() + "/").matches("(%s)/%s/.*".formatted(places, uid)))
        .map(each -> new PersonalFile(each.getKey(), each.getValue().content().length(), ""))
        .toList();
  }

  @Override
  public boolean copy(PersonalFile file, OutputStream to) throws IOException {
    Optional<String> content = content(file.path());
    to.write(content.orElse("").getBytes(StandardCharsets.UTF_8));
    return content.isPresent();
  }

  @Override
  public Erased erase(String uid, Duration timeout) {
    List<PersonalFile> files = list("exports|kept|photos|pictures", uid);
    files.forEach(file -> remove(file.path()));
    return new Erased(files.size(), true);
  }

  private Batch<Uploaded> batch(String prefix, Optional<String> from) {
    List<Uploaded> photos =
        objects.entrySet().stream()
            .filter(each -> each.getKey().startsWith(prefix))
            .map(each -> uploaded(each.getKey(), each.getValue()))
            .toList();
    return Batches.of(photos, each -> each.photo().path(), from);
  }

  private static Uploaded uploaded(String path, StoredPhoto stored) {
    return new Uploaded(
        new PhotoReference("bucket", path, stored.generation(), 3, "image/jpeg"),
        stored.at(),
        stored.at());
  }

  private boolean isThere(PhotoReference photo) {
    StoredPhoto stored = objects.get(photo.path());
    return stored != null && stored.generation() == photo.generation();
  }

  private void failIfDown() {
    if (down) {
      throw new ServiceUnavailableException("The bucket is down", new IllegalStateException());
    }
  }
}

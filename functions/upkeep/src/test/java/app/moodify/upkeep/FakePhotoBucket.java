package app.moodify.upkeep;

import app.moodify.core.Batch;
import app.moodify.core.mood.MoodId;
import app.moodify.core.mood.PhotoReference;
import app.moodify.core.photo.PhotoStore;
import app.moodify.core.photo.UploadedPhotos;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Photos in memory, two on a page. */
final class FakePhotoBucket implements UploadedPhotos, PhotoStore {
  private static final int BATCH = 2;

  private final List<Uploaded> photos = new ArrayList<>();
  private final List<String> sentAgain = new ArrayList<>();

  void put(String path, long generation, Instant at) {
    photos.add(new Uploaded(new PhotoReference("bucket", path, generation, 3, "image/jpeg"), at));
  }

  List<String> sentAgain() {
    return sentAgain;
  }

  List<String> paths() {
    return photos.stream().map(each -> each.photo().path()).toList();
  }

  @Override
  public Batch<Uploaded> batch(Optional<String> from) {
    return batch("photos/", from);
  }

  @Override
  public Batch<Uploaded> keptBatch(Optional<String> from) {
    return batch("kept/", from);
  }

  private Batch<Uploaded> batch(String prefix, Optional<String> from) {
    List<Uploaded> rest =
        photos.stream()
            .filter(each -> each.photo().path().startsWith(prefix))
            .filter(each -> each.photo().path().compareTo(from.orElse("")) > 0)
            .limit(BATCH + 1)
            .toList();
    List<Uploaded> page = rest.subList(0, Math.min(BATCH, rest.size()));
    return new Batch<>(
        page,
        rest.size() > BATCH ? Optional.of(page.get(BATCH - 1).photo().path()) : Optional.empty());
  }

  @Override
  public boolean sendAgain(PhotoReference photo) {
    sentAgain.add(photo.path());
    return true;
  }

  @Override
  public Optional<byte[]> read(PhotoReference photo) {
    throw new UnsupportedOperationException("Upkeep reads no photo");
  }

  @Override
  public boolean keep(PhotoReference photo, MoodId id) {
    throw new UnsupportedOperationException("Upkeep keeps no photo");
  }

  @Override
  public void deleteKept(PhotoReference photo, MoodId id) {
    throw new UnsupportedOperationException("Upkeep deletes what it has seen");
  }

  @Override
  public void delete(PhotoReference photo) {
    photos.removeIf(
        each ->
            each.photo().path().equals(photo.path())
                && each.photo().generation() == photo.generation());
  }
}

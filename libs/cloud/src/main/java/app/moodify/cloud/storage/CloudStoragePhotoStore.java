package app.moodify.cloud.storage;

import app.moodify.cloud.client.ApiFutures;
import app.moodify.core.mood.MoodId;
import app.moodify.core.mood.PhotoReference;
import app.moodify.core.photo.PhotoStore;
import com.google.cloud.storage.BlobId;
import com.google.cloud.storage.BlobInfo;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.Storage.BlobSourceOption;
import com.google.cloud.storage.Storage.CopyRequest;
import com.google.cloud.storage.StorageException;
import java.net.HttpURLConnection;
import java.util.Optional;
import java.util.function.Supplier;

/** Photos in Cloud Storage. The generation is a precondition of every call on an upload. */
public final class CloudStoragePhotoStore implements PhotoStore {
  private final Supplier<Storage> storage;

  /** Uses a client, which is opened at the first call. */
  public CloudStoragePhotoStore(Supplier<Storage> storage) {
    this.storage = storage;
  }

  @Override
  public Optional<byte[]> read(PhotoReference photo) {
    try {
      return Optional.of(storage.get().readAllBytes(id(photo), thisGeneration(photo)));
    } catch (StorageException e) {
      if (isGone(e)) {
        return Optional.empty();
      }
      throw ApiFutures.unavailable("Reading a photo", e);
    }
  }

  @Override
  public boolean keep(PhotoReference photo, MoodId id) {
    // With a description of its own, the copy takes over nothing of the upload's metadata: the
    // token in it would open the copy without a sign-in.
    BlobInfo kept =
        BlobInfo.newBuilder(BlobId.of(photo.bucket(), id.keptPhotoPath()))
            .setContentType(photo.contentType())
            .build();
    CopyRequest copy =
        CopyRequest.newBuilder()
            .setSource(id(photo))
            .setSourceOptions(thisGeneration(photo))
            .setTarget(kept)
            .build();
    try {
      storage.get().copy(copy).getResult();
      return true;
    } catch (StorageException e) {
      if (isGone(e)) {
        return false;
      }
      throw ApiFutures.unavailable("Keeping a photo", e);
    }
  }

  @Override
  public void delete(PhotoReference photo) {
    delete(id(photo), thisGeneration(photo));
  }

  @Override
  public void deleteKept(PhotoReference photo, MoodId id) {
    delete(BlobId.of(photo.bucket(), id.keptPhotoPath()));
  }

  private void delete(BlobId id, BlobSourceOption... options) {
    try {
      storage.get().delete(id, options);
    } catch (StorageException e) {
      if (!isGone(e)) {
        throw ApiFutures.unavailable("Deleting a photo", e);
      }
    }
  }

  private static BlobId id(PhotoReference photo) {
    return BlobId.of(photo.bucket(), photo.path());
  }

  private static BlobSourceOption thisGeneration(PhotoReference photo) {
    return BlobSourceOption.generationMatch(photo.generation());
  }

  private static boolean isGone(StorageException e) {
    return e.getCode() == HttpURLConnection.HTTP_NOT_FOUND
        || e.getCode() == HttpURLConnection.HTTP_PRECON_FAILED;
  }
}

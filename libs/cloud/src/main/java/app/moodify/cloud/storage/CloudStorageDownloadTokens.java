package app.moodify.cloud.storage;

import app.moodify.cloud.client.ApiFutures;
import app.moodify.core.mood.PhotoReference;
import app.moodify.core.photo.DownloadTokens;
import com.google.cloud.storage.BlobId;
import com.google.cloud.storage.BlobInfo;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.Storage.BlobTargetOption;
import com.google.cloud.storage.StorageException;
import java.net.HttpURLConnection;
import java.util.Collections;
import java.util.Map;
import java.util.function.Supplier;

/** Tokens as Firebase stores them, in one entry of an object's custom metadata. */
public final class CloudStorageDownloadTokens implements DownloadTokens {
  private static final String KEY = "firebaseStorageDownloadTokens";

  /** Metadata is merged: nothing but the entry that is null is taken away. */
  private static final Map<String, String> WITHOUT_TOKENS = Collections.singletonMap(KEY, null);

  private final Supplier<Storage> storage;

  /** Uses a client, which is opened at the first call. */
  public CloudStorageDownloadTokens(Supplier<Storage> storage) {
    this.storage = storage;
  }

  /**
   * One request, whatever else is in the metadata: there is no moment between reading and writing
   * in which another token could come about.
   */
  @Override
  public void remove(PhotoReference object) {
    BlobInfo changed =
        BlobInfo.newBuilder(BlobId.of(object.bucket(), object.path()))
            .setMetadata(WITHOUT_TOKENS)
            .build();
    try {
      storage.get().update(changed, BlobTargetOption.generationMatch(object.generation()));
    } catch (StorageException e) {
      if (e.getCode() != HttpURLConnection.HTTP_NOT_FOUND
          && e.getCode() != HttpURLConnection.HTTP_PRECON_FAILED) {
        throw ApiFutures.unavailable("Removing download tokens", e);
      }
    }
  }
}

package app.moodify.cloud.storage;

import app.moodify.cloud.client.ApiFutures;
import app.moodify.core.Batch;
import app.moodify.core.mood.PhotoReference;
import app.moodify.core.photo.UploadedPhotos;
import com.google.cloud.WriteChannel;
import com.google.cloud.storage.Blob;
import com.google.cloud.storage.BlobId;
import com.google.cloud.storage.BlobInfo;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.Storage.BlobListOption;
import com.google.cloud.storage.Storage.BlobWriteOption;
import com.google.cloud.storage.StorageException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The objects {@code photos/{uid}/{moodId}} and {@code kept/{uid}/{moodId}} in Cloud Storage. */
public final class CloudStorageUploadedPhotos implements UploadedPhotos {
  private static final int BATCH_SIZE = 500;

  private final Supplier<Storage> storage;
  private final Supplier<String> bucket;

  /** Uses a client, opened at the first call, and the name of the bucket. */
  public CloudStorageUploadedPhotos(Supplier<Storage> storage, Supplier<String> bucket) {
    this.storage = storage;
    this.bucket = bucket;
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
    ObjectPage page =
        ObjectPage.list(
            "Listing photos",
            storage.get(),
            bucket.get(),
            from,
            BlobListOption.prefix(prefix),
            BlobListOption.pageSize(BATCH_SIZE));
    return new Batch<>(
        page.objects().stream().map(CloudStorageUploadedPhotos::uploaded).toList(), page.next());
  }

  @Override
  public boolean sendAgain(PhotoReference photo) {
    BlobId id = BlobId.of(photo.bucket(), photo.path());
    try {
      Blob blob = storage.get().get(id);
      if (blob == null || !Long.valueOf(photo.generation()).equals(blob.getGeneration())) {
        return false;
      }
      byte[] bytes = storage.get().readAllBytes(id);
      // Written anew rather than copied onto itself, which the Storage emulator cannot do.
      try (WriteChannel writer =
          storage
              .get()
              .writer(
                  BlobInfo.newBuilder(id)
                      .setContentType(blob.getContentType())
                      .setMetadata(withUploadTime(blob))
                      .build(),
                  BlobWriteOption.generationMatch(photo.generation()))) {
        writer.write(ByteBuffer.wrap(bytes));
      }
      return true;
    } catch (StorageException e) {
      if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND
          || e.getCode() == HttpURLConnection.HTTP_PRECON_FAILED) {
        return false;
      }
      throw ApiFutures.unavailable("Sending a photo again", e);
    } catch (IOException e) {
      throw ApiFutures.unavailable("Sending a photo again", e);
    }
  }

  /** What is sent again is a new object, and is to go a day after its first upload all the same. */
  private static Map<String, String> withUploadTime(Blob blob) {
    Map<String, String> metadata = new HashMap<>();
    if (blob.getMetadata() != null) {
      metadata.putAll(blob.getMetadata());
    }
    metadata.putIfAbsent(UPLOADED_AT, createdAt(blob).toString());
    return metadata;
  }

  private static Instant createdAt(Blob blob) {
    return Optional.ofNullable(blob.getCreateTimeOffsetDateTime())
        .map(OffsetDateTime::toInstant)
        .orElse(Instant.EPOCH);
  }

  private static Instant uploadedAt(Blob blob) {
    String noted = blob.getMetadata() == null ? null : blob.getMetadata().get(UPLOADED_AT);
    return noted == null ? createdAt(blob) : Instant.parse(noted);
  }

  private static Uploaded uploaded(Blob blob) {
    return new Uploaded(
        new PhotoReference(
            blob.getBucket(),
            blob.getName(),
            Optional.ofNullable(blob.getGeneration()).orElse(0L),
            Optional.ofNullable(blob.getSize()).orElse(0L),
            Optional.ofNullable(blob.getContentType()).orElse("")),
        uploadedAt(blob),
        createdAt(blob));
  }
}

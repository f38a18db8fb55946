package app.moodify.cloud.storage;

import app.moodify.cloud.client.ApiFutures;
import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.person.ExportFiles;
import app.moodify.core.person.ExportId;
import com.google.api.client.http.InputStreamContent;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.storage.Storage.Objects.Insert;
import com.google.cloud.http.HttpTransportOptions;
import com.google.cloud.storage.BlobId;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.StorageException;
import com.google.cloud.storage.StorageOptions;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** The objects {@code exports/{uid}/{exportId}.zip}. */
public final class CloudStorageExportFiles implements ExportFiles {
  private final Supplier<Storage> storage;
  private final Supplier<String> bucket;

  /** Uses a client, opened at the first call, and the name of the bucket. */
  public CloudStorageExportFiles(Supplier<Storage> storage, Supplier<String> bucket) {
    this.storage = storage;
    this.bucket = bucket;
  }

  @Override
  public long write(ExportId id, Content content) {
    try (InputStream in = ContentInputStream.of(content)) {
      return upload(id, in);
    } catch (StorageException | IOException e) {
      throw cause(e);
    }
  }

  /**
   * In one request, whose body is sent as it comes. The client's own writers keep what they have
   * not sent, or send it in pieces, of which the Storage emulator takes the first for the whole.
   */
  private long upload(ExportId id, InputStream in) throws IOException {
    StorageOptions options = storage.get().getOptions();
    HttpTransportOptions http = (HttpTransportOptions) options.getTransportOptions();
    Insert insert =
        new com.google.api.services.storage.Storage.Builder(
                http.getHttpTransportFactory().create(),
                GsonFactory.getDefaultInstance(),
                http.getHttpRequestInitializer(options))
            .setRootUrl(options.getHost() + "/")
            .setApplicationName("moodify")
            .build()
            .objects()
            .insert(bucket.get(), null, new InputStreamContent("application/zip", in))
            .setName(id.filePath());
    insert.getMediaHttpUploader().setDirectUploadEnabled(true);
    insert.setDisableGZipContent(true);
    return insert.execute().getSize().longValue();
  }

  @Override
  public void delete(ExportId id) {
    try {
      storage.get().delete(BlobId.of(bucket.get(), id.filePath()));
    } catch (StorageException e) {
      throw ApiFutures.unavailable("Deleting an export", e);
    }
  }

  /** The store that the content is read from may be the one that is out of reach. */
  private static ServiceUnavailableException cause(Exception e) {
    for (Throwable each = e; each != null; each = each.getCause()) {
      if (each instanceof ServiceUnavailableException unavailable) {
        return unavailable;
      }
    }
    return ApiFutures.unavailable("Writing an export", e);
  }
}

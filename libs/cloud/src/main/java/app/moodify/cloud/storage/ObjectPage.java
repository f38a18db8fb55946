package app.moodify.cloud.storage;

import app.moodify.cloud.client.ApiFutures;
import com.google.api.gax.paging.Page;
import com.google.cloud.storage.Blob;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.Storage.BlobListOption;
import com.google.cloud.storage.StorageException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A page of a bucket's objects.
 *
 * @param objects in order of their names
 * @param next the token of the next page; empty after the last one
 */
record ObjectPage(List<Blob> objects, Optional<String> next) {

  /**
   * Lists a page.
   *
   * @param token of the page; empty for the first one
   * @param options what to list, and how much of it at most
   */
  static ObjectPage list(
      String action,
      Storage storage,
      String bucket,
      Optional<String> token,
      BlobListOption... options) {
    try {
      Page<Blob> page =
          storage.list(
              bucket,
              Stream.concat(Arrays.stream(options), token.map(BlobListOption::pageToken).stream())
                  .toArray(BlobListOption[]::new));
      return new ObjectPage(
          StreamSupport.stream(page.getValues().spliterator(), false).toList(),
          Optional.ofNullable(page.getNextPageToken()).filter(next -> !next.isEmpty()));
    } catch (StorageException e) {
      throw ApiFutures.unavailable(action, e);
    }
  }
}

package app.moodify.cloud.storage;

import app.moodify.cloud.client.ApiFutures;
import app.moodify.core.Batch;
import app.moodify.core.DocumentId;
import app.moodify.core.ServiceUnavailableException;
import app.moodify.core.person.Erased;
import app.moodify.core.person.ExportId;
import app.moodify.core.person.PersonalFiles;
import com.google.cloud.storage.Blob;
import com.google.cloud.storage.BlobId;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.Storage.BlobListOption;
import com.google.cloud.storage.StorageException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * The objects {@code kept/{uid}/*}, {@code photos/{uid}/*}, {@code pictures/{uid}} and, where all
 * are erased, {@code exports/{uid}/*}.
 */
public final class CloudStoragePersonalFiles implements PersonalFiles {
  /** How many objects are deleted at once. */
  private static final int AT_ONCE = 16;

  /** How many people are listed in one go: as many as there are looked for in one of accounts. */
  private static final int PEOPLE_BATCH_SIZE = 100;

  /** Where the first level is named after people. */
  private static final List<String> PLACES = List.of("exports/", "kept/", "photos/", "pictures/");

  /** The one place where a person has an object at the first level. */
  private static final String PICTURES = "pictures/";

  private final Supplier<Storage> storage;
  private final Supplier<String> bucket;

  /** Uses a client, opened at the first call, and the name of the bucket. */
  public CloudStoragePersonalFiles(Supplier<Storage> storage, Supplier<String> bucket) {
    this.storage = storage;
    this.bucket = bucket;
  }

  /** A cursor is a place, followed by the bucket's own token of a page there. */
  @Override
  public Batch<String> people(Optional<String> from) {
    String cursor = from.orElse(PLACES.get(0));
    String place = cursor.substring(0, cursor.indexOf('/') + 1);
    Optional<String> token =
        Optional.of(cursor.substring(place.length())).filter(text -> !text.isEmpty());
    ObjectPage page =
        ObjectPage.list(
            "Listing people",
            storage.get(),
            bucket.get(),
            token,
            BlobListOption.prefix(place),
            BlobListOption.currentDirectory(),
            BlobListOption.pageSize(PEOPLE_BATCH_SIZE));
    return new Batch<>(
        page.objects().stream().flatMap(entry -> person(entry, place).stream()).toList(),
        page.next().map(next -> place + next).or(() -> placeAfter(place)));
  }

  private static Optional<String> person(Blob entry, String place) {
    String name = entry.getName().substring(place.length());
    if (!entry.isDirectory()) {
      return Optional.of(name).filter(uid -> place.equals(PICTURES) && isPossible(uid));
    }
    return Optional.of(name.substring(0, name.length() - 1))
        .filter(CloudStoragePersonalFiles::isPossible);
  }

  /** Not what Firestore takes for no id of a document: nobody's notes could have it. */
  private static boolean isPossible(String uid) {
    return !uid.isEmpty() && !DocumentId.isReserved(uid);
  }

  private static Optional<String> placeAfter(String place) {
    return PLACES.stream().filter(each -> each.compareTo(place) > 0).findFirst();
  }

  @Override
  public List<PersonalFile> list(String uid) {
    return find(uid);
  }

  @Override
  public boolean copy(PersonalFile file, OutputStream to) throws IOException {
    Optional<byte[]> bytes =
        call(
            "Reading a file",
            () -> storage.get().readAllBytes(BlobId.of(bucket.get(), file.path())));
    if (bytes.isPresent()) {
      to.write(bytes.get());
    }
    return bytes.isPresent();
  }

  @Override
  public Erased erase(String uid, Duration timeout) {
    List<PersonalFile> files = findWithExports(uid);
    if (files.isEmpty()) {
      return new Erased(0, true);
    }
    long end = System.nanoTime() + timeout.toNanos();
    int deleted = 0;
    ExecutorService threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, files.size()));
    try {
      List<Future<Boolean>> deletions = new ArrayList<>();
      for (PersonalFile file : files) {
        deletions.add(threads.submit(() -> delete(file, end)));
      }
      for (Future<Boolean> deletion : deletions) {
        deleted += deletion.get() ? 1 : 0;
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof ServiceUnavailableException unavailable
          ? unavailable
          : ApiFutures.unavailable("Deleting files", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServiceUnavailableException("Deleting files was interrupted", e);
    } finally {
      threads.shutdownNow();
    }
    return new Erased(deleted, findWithExports(uid).isEmpty());
  }

  /** Returns whether there was time to delete it. */
  private boolean delete(PersonalFile file, long end) {
    boolean isTime = System.nanoTime() < end;
    if (isTime) {
      call("Deleting a file", () -> storage.get().delete(BlobId.of(bucket.get(), file.path())));
    }
    return isTime;
  }

  private List<PersonalFile> findWithExports(String uid) {
    List<PersonalFile> found = new ArrayList<>(find(uid));
    found.addAll(listByPrefix(ExportId.filesOf(uid)));
    return found;
  }

  private List<PersonalFile> find(String uid) {
    List<PersonalFile> found = new ArrayList<>(listByPrefix("kept/" + uid + "/"));
    found.addAll(listByPrefix("photos/" + uid + "/"));
    for (PersonalFile file : listByPrefix("pictures/" + uid)) {
      // The prefix may also be that of a longer uid.
      if (file.path().equals("pictures/" + uid)
          || file.path().startsWith("pictures/" + uid + "/")) {
        found.add(file);
      }
    }
    return List.copyOf(found);
  }

  private List<PersonalFile> listByPrefix(String prefix) {
    return call(
            "Listing files",
            () ->
                storage
                    .get()
                    .list(bucket.get(), BlobListOption.prefix(prefix))
                    .streamAll()
                    .map(CloudStoragePersonalFiles::file)
                    .toList())
        .orElse(List.of());
  }

  private static PersonalFile file(Blob blob) {
    return new PersonalFile(
        blob.getName(),
        Optional.ofNullable(blob.getSize()).orElse(0L),
        Optional.ofNullable(blob.getContentType()).orElse(""));
  }

  /** Makes a call; what is gone is nothing. */
  private static <T> Optional<T> call(String action, Supplier<T> call) {
    try {
      return Optional.ofNullable(call.get());
    } catch (StorageException e) {
      if (e.getCode() == HttpURLConnection.HTTP_NOT_FOUND) {
        return Optional.empty();
      }
      throw ApiFutures.unavailable(action, e);
    }
  }
}

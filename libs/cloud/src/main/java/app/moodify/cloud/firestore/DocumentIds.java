package app.moodify.cloud.firestore;

import app.moodify.cloud.client.ApiFutures;
import app.moodify.core.Batch;
import com.google.api.gax.rpc.ApiException;
import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.FirestoreOptions;
import com.google.cloud.firestore.v1.FirestoreClient;
import com.google.cloud.firestore.v1.FirestoreSettings;
import com.google.firestore.v1.Document;
import com.google.firestore.v1.DocumentMask;
import com.google.firestore.v1.ListDocumentsRequest;
import com.google.firestore.v1.ListDocumentsResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The ids of a collection's documents, also of those that are not there themselves and only have
 * something below them. The usual client lists these too, but always from the beginning; so this
 * speaks to the service with the generated client below it, which is opened for each call.
 */
final class DocumentIds {
  private final Supplier<Firestore> firestore;

  DocumentIds(Supplier<Firestore> firestore) {
    this.firestore = firestore;
  }

  Batch<String> batch(String action, String collection, int size, Optional<String> from) {
    FirestoreOptions options = firestore.get().getOptions();
    ListDocumentsRequest request =
        ListDocumentsRequest.newBuilder()
            .setParent(
                "projects/%s/databases/%s/documents"
                    .formatted(options.getProjectId(), options.getDatabaseId()))
            .setCollectionId(collection)
            .setShowMissing(true)
            // Of no fields.
            .setMask(DocumentMask.getDefaultInstance())
            .setPageSize(size)
            .setPageToken(from.orElse(""))
            .build();
    try (FirestoreClient client = FirestoreClient.create(settings(options))) {
      ListDocumentsResponse listed = client.listDocumentsCallable().call(request);
      return new Batch<>(
          listed.getDocumentsList().stream().map(DocumentIds::id).toList(),
          Optional.of(listed.getNextPageToken()).filter(token -> !token.isEmpty()));
    } catch (ApiException e) {
      throw ApiFutures.unavailable(action, e);
    } catch (IOException e) {
      throw new UncheckedIOException("The Firestore client cannot be made", e);
    }
  }

  /** Where the usual client is connected to, as who, and as patient. */
  private static FirestoreSettings settings(FirestoreOptions options) throws IOException {
    FirestoreSettings.Builder settings =
        FirestoreSettings.newBuilder()
            .setTransportChannelProvider(options.getTransportChannelProvider())
            .setCredentialsProvider(options.getCredentialsProvider());
    settings.listDocumentsSettings().setRetrySettings(options.getRetrySettings());
    return settings.build();
  }

  private static String id(Document document) {
    return document.getName().substring(document.getName().lastIndexOf('/') + 1);
  }
}

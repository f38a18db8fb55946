import {
  documentId,
  onSnapshot,
  query,
  where,
  type CollectionReference,
  type DocumentData,
  type DocumentReference,
  type Query,
  type Unsubscribe,
} from 'firebase/firestore';
import { NotCachedError } from './not-cached';

/**
 * A document as a query of one. Asked for by its name, a document that is written in the very moment of
 * the asking can stay unseen with the Firestore emulator: that one says first that there is nothing, as
 * of a time after the writing, and then sends what was written before, which the SDK takes for out of
 * date.
 */
export function queryOfOne(collection: CollectionReference, id: string): Query {
  return query(collection, where(documentId(), '==', id));
}

/** Reports a document's fields whenever they change; nothing while it is not there. */
export function watchDocument(
  collection: CollectionReference,
  id: string,
  onFields: (fields: DocumentData | undefined) => void,
  onError: (error: Error) => void,
): Unsubscribe {
  return onSnapshot(
    queryOfOne(collection, id),
    ({ docs }) => {
      onFields(docs[0]?.data());
    },
    onError,
  );
}

/**
 * The same for a document that is shown offline too: one that is neither cached here nor answered for by
 * the server is no document that is not there, but a {@link NotCachedError}.
 */
export function watchCachedDocument(
  document: DocumentReference,
  onFields: (fields: DocumentData | undefined) => void,
  onError: (error: Error) => void,
): Unsubscribe {
  return onSnapshot(
    document,
    { includeMetadataChanges: true },
    (snapshot) => {
      const fields = snapshot.data();
      if (!fields && snapshot.metadata.fromCache) {
        onError(new NotCachedError('The document is not on this device'));
      } else {
        onFields(fields);
      }
    },
    onError,
  );
}

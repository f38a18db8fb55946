import {
  documentId,
  onSnapshot,
  query,
  where,
  type CollectionReference,
  type DocumentData,
  type Query,
  type Unsubscribe,
} from 'firebase/firestore';

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

import {
  documentId,
  onSnapshot,
  query,
  where,
  type CollectionReference,
  type DocumentData,
  type Unsubscribe,
} from 'firebase/firestore';

/**
 * Tells of a document's fields whenever they change; of nothing while it is not there.
 *
 * It is asked for as a query of one. Asked for by its name, a document that is written in the very
 * moment of the asking can stay unseen with the Firestore emulator: that one says first that there is
 * nothing, as of a time after the writing, and then sends what was written before, which the SDK
 * takes for out of date.
 */
export function watchDocument(
  collection: CollectionReference,
  id: string,
  onFields: (fields: DocumentData | undefined) => void,
  onError: (error: Error) => void,
): Unsubscribe {
  return onSnapshot(
    query(collection, where(documentId(), '==', id)),
    ({ docs }) => {
      onFields(docs[0]?.data());
    },
    onError,
  );
}

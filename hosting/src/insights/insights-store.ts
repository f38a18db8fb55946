import {
  collection,
  doc,
  getDocsFromCache,
  limit,
  onSnapshot,
  orderBy,
  query,
  type Firestore,
  type Unsubscribe,
} from 'firebase/firestore';
import { NotRememberedError } from '../firebase/not-remembered';
import { readMood } from '../mood/mood';
import { readSummary, type Summary } from './summary';

/** What functions have counted of a person's entries, in Firestore. */
export class InsightsStore {
  constructor(
    private readonly firestore: Firestore,
    private readonly uid: string,
  ) {}

  /** Tells of the summary, which is one document, whenever it changes; of nothing before the first. */
  watch(
    onSummary: (summary: Summary | undefined) => void,
    onError: (error: Error) => void,
  ): Unsubscribe {
    return onSnapshot(
      doc(this.firestore, 'users', this.uid, 'insights', 'summary'),
      { includeMetadataChanges: true },
      (summary) => {
        const fields = summary.data();
        if (!fields && summary.metadata.fromCache) {
          onError(new NotRememberedError('The insights are not on this device'));
          return;
        }
        onSummary(fields && readSummary(fields));
      },
      onError,
    );
  }

  /**
   * Tells when the newest entry was made that this device knows of. Nothing is read from the server
   * for it.
   */
  async newestKnown(): Promise<Date | undefined> {
    const moods = collection(this.firestore, 'users', this.uid, 'moods');
    const { docs } = await getDocsFromCache(query(moods, orderBy('createdAt', 'desc'), limit(1)));
    const [newest] = docs;
    return newest && readMood(newest.id, newest.data())?.createdAt;
  }
}

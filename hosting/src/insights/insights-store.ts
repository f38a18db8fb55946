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
import { NotCachedError } from '../firebase/not-cached';
import { readMood } from '../mood/mood';
import { readSummary, type Summary } from './summary';

/** What functions have counted of a person's entries, in Firestore. */
export class InsightsStore {
  constructor(
    private readonly firestore: Firestore,
    private readonly uid: string,
  ) {}

  /** Reports the summary, which is one document, whenever it changes; nothing before the first. */
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
          onError(new NotCachedError('The insights are not on this device'));
          return;
        }
        onSummary(fields && readSummary(fields));
      },
      onError,
    );
  }

  /**
   * Returns when the newest entry in the cache was made. Nothing is read from the server
   * for it.
   */
  async newestKnown(): Promise<Date | undefined> {
    const moods = collection(this.firestore, 'users', this.uid, 'moods');
    const { docs } = await getDocsFromCache(query(moods, orderBy('createdAt', 'desc'), limit(1)));
    const [newest] = docs;
    return newest && readMood(newest.id, newest.data())?.createdAt;
  }
}

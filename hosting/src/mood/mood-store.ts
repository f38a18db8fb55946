import {
  collection,
  deleteField,
  doc,
  getDocsFromServer,
  limit,
  onSnapshot,
  orderBy,
  query,
  serverTimestamp,
  type DocumentData,
  type Firestore,
  type Unsubscribe,
  type UpdateData,
} from 'firebase/firestore';
import { limitedWrites, type LimitedWrites } from '../firebase/limited-writes';
import { queryOfOne, watchDocument } from '../firebase/watch-document';
import type { Emotion } from './emotion';
import type { Goal } from './goal';
import { isInHistory, readMood, type Mood } from './mood';

/**
 * A person's entries in Firestore. Listeners report a failure once and are closed by it. Writes reject
 * with a RateLimitedError if there are too many.
 */
export class MoodStore {
  private readonly limited: LimitedWrites;

  constructor(
    private readonly firestore: Firestore,
    private readonly uid: string,
  ) {
    this.limited = limitedWrites(firestore, uid, 'moods');
  }

  /** Returns a new entry's name. Nothing is written. */
  newId(): string {
    return doc(this.moods()).id;
  }

  /** Reports an entry whenever it changes; nothing while it is not there. */
  watch(
    moodId: string,
    onMood: (mood: Mood | undefined) => void,
    onError: (error: Error) => void,
  ): Unsubscribe {
    return watchDocument(
      this.moods(),
      moodId,
      (fields) => {
        onMood(fields && readMood(moodId, fields));
      },
      onError,
    );
  }

  /**
   * Says whether the server has an entry.
   *
   * @throws FirebaseError if the server cannot be reached
   */
  async has(moodId: string): Promise<boolean> {
    return !(await getDocsFromServer(queryOfOne(this.moods(), moodId))).empty;
  }

  /** Reports the newest entries of the history, the newest first, whenever one of them changes. */
  watchNewest(
    count: number,
    onMoods: (moods: Mood[]) => void,
    onError: (error: Error) => void,
  ): Unsubscribe {
    return onSnapshot(
      query(this.moods(), orderBy('createdAt', 'desc'), limit(count)),
      (entries) => {
        const moods = entries.docs.flatMap((entry) => readMood(entry.id, entry.data()) ?? []);
        onMoods(moods.filter(isInHistory));
      },
      onError,
    );
  }

  /** Writes an entry that the person picked by hand; its playlist follows. */
  pick(moodId: string, emotion: Emotion, goal: Goal): Promise<void> {
    return this.limited.write(moodId, (batch) => {
      batch.set(doc(this.moods(), moodId), {
        source: 'manual',
        status: 'ready',
        emotion,
        goal,
        // The clock of this machine may be wrong.
        createdAt: serverTimestamp(),
      });
    });
  }

  /** Puts an entry that nothing was read from into the history. */
  keep(moodId: string): Promise<void> {
    return this.change(moodId, { expiresAt: deleteField() });
  }

  /** Says what the music is to do; a new playlist follows. */
  setGoal(moodId: string, goal: Goal): Promise<void> {
    return this.change(moodId, { goal });
  }

  /** Says what the expression really is; a new playlist follows. */
  setCorrection(moodId: string, correction: Emotion): Promise<void> {
    return this.change(moodId, { correction });
  }

  private change(moodId: string, fields: UpdateData<DocumentData>): Promise<void> {
    return this.limited.write(moodId, (batch) => {
      batch.update(doc(this.moods(), moodId), fields);
    });
  }

  private moods() {
    return collection(this.firestore, 'users', this.uid, 'moods');
  }
}

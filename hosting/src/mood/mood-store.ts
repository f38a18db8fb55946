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
  setDoc,
  updateDoc,
  type Firestore,
  type Unsubscribe,
} from 'firebase/firestore';
import { queryOfOne, watchDocument } from '../firebase/watch-document';
import type { Emotion } from './emotion';
import type { Goal } from './goal';
import { isInHistory, readMood, type Mood } from './mood';

/** A person's entries in Firestore. Listeners report a failure once and are closed by it. */
export class MoodStore {
  constructor(
    private readonly firestore: Firestore,
    private readonly uid: string,
  ) {}

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
    return setDoc(doc(this.moods(), moodId), {
      source: 'manual',
      status: 'ready',
      emotion,
      goal,
      // The clock of this machine may be wrong.
      createdAt: serverTimestamp(),
    });
  }

  /** Puts an entry that nothing was read from into the history. */
  keep(moodId: string): Promise<void> {
    return updateDoc(doc(this.moods(), moodId), { expiresAt: deleteField() });
  }

  /** Says what the music is to do; a new playlist follows. */
  setGoal(moodId: string, goal: Goal): Promise<void> {
    return updateDoc(doc(this.moods(), moodId), { goal });
  }

  /** Says what the expression really is; a new playlist follows. */
  setCorrection(moodId: string, correction: Emotion): Promise<void> {
    return updateDoc(doc(this.moods(), moodId), { correction });
  }

  private moods() {
    return collection(this.firestore, 'users', this.uid, 'moods');
  }
}

import {
  collection,
  deleteDoc,
  doc,
  documentId,
  onSnapshot,
  query,
  serverTimestamp,
  where,
  type Firestore,
  type Unsubscribe,
} from 'firebase/firestore';
import { limitedWrites, type LimitedWrites } from '../firebase/limited-writes';
import type { Track } from '../playlist/track';
import {
  opinionOf,
  readFeedback,
  withHeard,
  withoutOpinion,
  withOpinion,
  type Feedback,
  type Heard,
  type Occasion,
  type Opinion,
} from './feedback';

/** How many tracks can be listened to at once: a query may name no more documents. */
export const LARGEST_QUERY = 30;

/** What a person thinks of tracks, in Firestore. Knows of the tracks that are watched. */
export class FeedbackStore {
  private readonly known = new Map<string, Feedback>();
  private readonly limited: LimitedWrites;

  constructor(
    private readonly firestore: Firestore,
    private readonly uid: string,
  ) {
    this.limited = limitedWrites(firestore, uid, 'feedback');
  }

  /** What the person thinks of a track that is or was watched. */
  get(trackId: string): Feedback | undefined {
    return this.known.get(trackId);
  }

  /** Learns the feedback on tracks, by their ids, and calls back whenever it changes. */
  watch(
    trackIds: readonly string[],
    onChange: () => void,
    onError: (error: Error) => void,
  ): Unsubscribe {
    const named = trackIds.slice(0, LARGEST_QUERY);
    if (named.length === 0) {
      return () => undefined;
    }
    return onSnapshot(
      query(this.collection(), where(documentId(), 'in', named)),
      ({ docs }) => {
        named.forEach((id) => {
          this.known.delete(id);
        });
        docs.forEach((entry) => {
          const feedback = readFeedback(entry.data());
          if (feedback) {
            this.known.set(entry.id, feedback);
          }
        });
        onChange();
      },
      onError,
    );
  }

  /** Writes that a person likes or dislikes a track; takes it back if they have said so before. */
  async toggle(track: Track, opinion: Opinion, occasion: Occasion): Promise<void> {
    const before = this.known.get(track.id);
    const after =
      before && opinionOf(before) === opinion
        ? withoutOpinion(before, track.durationSeconds)
        : withOpinion(before, opinion, occasion);
    if (after) {
      await this.write(track.id, after);
    } else {
      this.known.delete(track.id);
      await deleteDoc(this.document(track.id));
    }
  }

  /** Writes how much of a track was heard. */
  async hear(track: Track, heard: Heard, occasion: Occasion): Promise<void> {
    const before = this.known.get(track.id);
    const after = withHeard(before, heard, occasion);
    const { playedShare } = after;
    await (opinionOf(before)
      ? this.limited.write(track.id, (batch) =>
          batch.update(this.document(track.id), { playedShare }),
        )
      : this.write(track.id, after));
  }

  /** Known at once: what is heard next must not take an opinion back that was given a moment ago. */
  private write(trackId: string, feedback: Feedback): Promise<void> {
    this.known.set(trackId, feedback);
    const fields = { ...feedback, at: serverTimestamp() };
    return this.limited.write(trackId, (batch) => batch.set(this.document(trackId), fields));
  }

  private document(trackId: string) {
    return doc(this.collection(), trackId);
  }

  private collection() {
    return collection(this.firestore, 'users', this.uid, 'feedback');
  }
}

import { attempt } from '../firebase/attempt';
import { counted, text } from '../messages/messages';
import { announce } from '../shared/announcer';
import { confirmed } from '../shared/confirmation';
import { connection } from '../shared/connection';
import { notify, offerUndo } from '../shared/notices';
import { Publisher } from '../shared/publisher';
import type { Entry } from './entry';
import type { HistoryStore } from './history-store';
import { rememberLeaving, rememberedLeaving } from './leaving';

const FAILURE = 'Entries could not be deleted';

/** Entries that are deleted as far as the person can see; some may come back. */
const hidden = new Set<string>();
const changes = new Publisher<Change>();

/** Something that is shown no more, or again. */
interface Change {
  readonly id: string;
  readonly isHidden: boolean;
}

/** Returns whether an entry was deleted in this visit, and not taken back. */
export function isDeleted(moodId: string): boolean {
  return hidden.has(moodId);
}

/** Calls back whenever an entry is deleted or comes back. Returns what ends it. */
export function watchDeleted(onChange: (change: Change) => void): () => void {
  return changes.subscribe(onChange);
}

/**
 * Deletes an entry: at once for the eye, and for good when the person can no longer take it back.
 * Offline nothing is begun, which is said.
 *
 * @returns whether it is gone for the eye
 */
export function deleteEntry(store: HistoryStore, entry: Entry): boolean {
  const { id } = entry.mood;
  if (!connection.isOnline) {
    notify({ key: 'trouble.offline', kind: 'trouble' });
    return false;
  }
  // For whoever closes the page before it is done.
  rememberLeaving(store.uid, { id, photoKept: entry.photoKept });
  hide(id, true);
  offerUndo({
    key: 'history.deleted',
    undo: () => {
      rememberLeaving(store.uid, undefined);
      hide(id, false);
      announce(text('history.brought-back'));
    },
    commit: async () => {
      const isDone = await attempt(() => store.delete(entry), FAILURE);
      rememberLeaving(store.uid, undefined);
      if (!isDone) {
        hide(id, false);
      }
    },
  });
  return true;
}

/** Deletes what an earlier visit had no time to. */
export async function finishDeleting(store: HistoryStore): Promise<void> {
  const left = rememberedLeaving(store.uid);
  if (left && !hidden.has(left.id) && connection.isOnline) {
    rememberLeaving(store.uid, undefined);
    await store.remove(left.id, left.photoKept).catch((error: unknown) => {
      console.warn(FAILURE, error);
    });
  }
}

/**
 * Asks whether all entries are to be deleted and does it; says how that went.
 *
 * @param onProgress called with how many are gone so far
 * @returns whether they are gone
 */
export async function deleteAllEntries(
  store: HistoryStore,
  onProgress: (deleted: number) => void,
): Promise<boolean> {
  let count = 0;
  const isCounted = await attempt(async () => {
    count = await store.count();
  }, FAILURE);
  if (!isCounted) {
    return false;
  }
  const isSure = await confirmed({
    title: counted('history.delete-all.title', count),
    explanation: text('history.delete-all.explanation'),
    action: text('history.delete-all.confirm'),
  });
  if (!isSure) {
    return false;
  }
  onProgress(0);
  const isDone = await attempt(() => store.deleteAll(onProgress), FAILURE);
  if (isDone) {
    announce(text('history.all-deleted'));
  }
  return isDone;
}

function hide(id: string, isHidden: boolean): void {
  if (isHidden) {
    hidden.add(id);
  } else {
    hidden.delete(id);
  }
  changes.publish({ id, isHidden });
}

import { attempt } from '../firebase/attempt';
import { counted, text } from '../messages/messages';
import { announce } from '../shared/announcer';
import { confirmed } from '../shared/confirmation';
import type { Entry } from './entry';
import { entryTitle, fullTime } from './entry-words';
import type { HistoryStore } from './history-store';

const FAILURE = 'Entries could not be deleted';

/** Asks whether an entry is to be deleted. */
export function isSureToDelete({ mood }: Entry): Promise<boolean> {
  return confirmed({
    title: text('history.delete.title'),
    explanation: text('history.delete.explanation', {
      entry: entryTitle(mood),
      time: mood.createdAt ? fullTime(mood.createdAt) : '',
    }),
    action: text('history.delete.confirm'),
  });
}

/**
 * Deletes an entry and says how that went.
 *
 * @returns whether it is gone
 */
export async function deleteEntry(store: HistoryStore, entry: Entry): Promise<boolean> {
  const isDone = await attempt(() => store.delete(entry), FAILURE);
  if (isDone) {
    announce(text('history.deleted'));
  }
  return isDone;
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

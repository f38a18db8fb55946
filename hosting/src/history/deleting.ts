import { troubleMessage } from '../firebase/trouble';
import { counted, text } from '../messages/messages';
import { announce } from '../shared/announcer';
import { confirmed } from '../shared/confirmation';
import { notify } from '../shared/notices';
import type { Entry } from './entry';
import { entryTitle, fullTime } from './entry-words';
import type { HistoryStore } from './history-store';

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
export function deleteEntry(store: HistoryStore, entry: Entry): Promise<boolean> {
  return carriedOut(() => store.delete(entry), text('history.deleted'));
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
  const isCounted = await carriedOut(async () => {
    count = await store.count();
  });
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
  return carriedOut(() => store.deleteAll(onProgress), text('history.all-deleted'));
}

/** Offline, the work would wait for the connection without a word, so it is not begun. */
async function carriedOut(work: () => Promise<void>, done?: string): Promise<boolean> {
  if (!navigator.onLine) {
    notify({ key: 'trouble.offline', kind: 'trouble' });
    return false;
  }
  try {
    await work();
  } catch (error) {
    console.warn('Entries could not be deleted', error);
    notify({ key: troubleMessage(error), kind: 'trouble' });
    return false;
  }
  if (done) {
    announce(done);
  }
  return true;
}

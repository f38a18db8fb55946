import { collection } from 'firebase/firestore';
import { getBlob, ref } from 'firebase/storage';
import { watchDocument } from '../firebase/watch-document';
import type { Session } from '../session/session';

/** The export is gone before it was there: nobody could write it in time. */
export class ExportGoneError extends Error {}

/**
 * Reads which export an answer names, where it is made in the background; nothing if the answer is the
 * export itself.
 */
export async function exportIdOf(response: Response): Promise<string | undefined> {
  if (response.status !== 202) {
    return undefined;
  }
  const { exportId } = (await response.json()) as { exportId?: unknown };
  if (typeof exportId !== 'string' || exportId === '') {
    throw new Error('The answer names no export');
  }
  return exportId;
}

/**
 * Waits for an export that is made in the background, and reads its file.
 *
 * @throws ExportGoneError if nobody could write it in time
 */
export async function readStoredExport(
  { person: { uid }, stores, ended }: Session,
  exportId: string,
): Promise<Blob> {
  await new Promise<void>((resolve, reject) => {
    let isSeen = false;
    const settle = (act: () => void) => {
      stop();
      ended.removeEventListener('abort', onEnd);
      act();
    };
    const onEnd = () => {
      settle(() => {
        reject(new ExportGoneError('The person has signed out'));
      });
    };
    const stop = watchDocument(
      collection(stores.firestore, 'users', uid, 'exports'),
      exportId,
      (fields) => {
        if (fields?.status === 'ready') {
          settle(resolve);
        } else if (isSeen && !fields) {
          settle(() => {
            reject(new ExportGoneError('The export is gone'));
          });
        }
        isSeen ||= fields !== undefined;
      },
      (error) => {
        settle(() => {
          reject(error);
        });
      },
    );
    ended.addEventListener('abort', onEnd);
  });
  return getBlob(ref(stores.storage, `exports/${uid}/${exportId}.zip`));
}

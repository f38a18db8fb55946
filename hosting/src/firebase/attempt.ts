import { connection } from '../shared/connection';
import { notify } from '../shared/notices';
import { troubleMessage } from './trouble';

/**
 * Does what needs the server, and notifies the person if it fails. Offline it would wait for the
 * connection without a word, so it is not begun.
 *
 * @param failure what did not work, for the console
 * @returns whether it is done
 */
export async function attempt(work: () => Promise<void>, failure: string): Promise<boolean> {
  if (!connection.isOnline) {
    notify({ key: 'trouble.offline', kind: 'trouble' });
    return false;
  }
  try {
    await work();
    return true;
  } catch (error) {
    console.warn(failure, error);
    notify({ key: troubleMessage(error), kind: 'trouble' });
    return false;
  }
}

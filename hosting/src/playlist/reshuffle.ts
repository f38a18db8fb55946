import { apiTrouble, type Api } from '../firebase/api';
import { notify } from '../shared/notices';

/**
 * Asks for other tracks for an entry; they come through Firestore as always.
 *
 * @returns whether they could be asked for; if not, a notice says why
 */
export async function reshuffle(api: Api, moodId: string): Promise<boolean> {
  try {
    await api.send('POST', `playlists/${encodeURIComponent(moodId)}/reshuffle`);
    return true;
  } catch (error) {
    console.warn('Other tracks could not be asked for', error);
    notify({ key: apiTrouble(error), kind: 'trouble' });
    return false;
  }
}

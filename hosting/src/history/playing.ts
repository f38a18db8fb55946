import { troubleMessage } from '../firebase/trouble';
import type { Session } from '../session/session';
import { notify } from '../shared/notices';
import type { HistoryStore } from './history-store';

/** Plays the playlist of an entry again, from its first track; says so if there is none. */
export async function playEntry(
  { player }: Session,
  store: HistoryStore,
  moodId: string,
): Promise<void> {
  try {
    const playlist = await store.playlist(moodId);
    if (playlist && playlist.tracks.length > 0) {
      await player.play(playlist, moodId, 0);
    } else {
      notify({ key: 'history.no-music', kind: 'trouble' });
    }
  } catch (error) {
    console.warn('The playlist of an entry could not be read', error);
    notify({ key: troubleMessage(error), kind: 'trouble' });
  }
}

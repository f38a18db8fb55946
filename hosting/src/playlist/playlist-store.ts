import { collection, type Firestore, type Unsubscribe } from 'firebase/firestore';
import { watchDocument } from '../firebase/watch-document';
import { readPlaylist, type Playlist } from './playlist';

/** A person's playlists in Firestore, each named after the entry it is for. */
export class PlaylistStore {
  constructor(
    private readonly firestore: Firestore,
    private readonly uid: string,
  ) {}

  /** Reports an entry's playlist whenever it changes; nothing while there is none. */
  watch(
    moodId: string,
    onPlaylist: (playlist: Playlist | undefined) => void,
    onError: (error: Error) => void,
  ): Unsubscribe {
    return watchDocument(
      collection(this.firestore, 'users', this.uid, 'playlists'),
      moodId,
      (fields) => {
        onPlaylist(fields && readPlaylist(fields));
      },
      onError,
    );
  }
}

import type { Emotion } from '../mood/emotion';
import type { Goal } from '../mood/goal';
import type { Mood } from '../mood/mood';
import type { KeptPhoto } from '../photo/photo-keeper';
import type { Upload } from '../photo/photo-store';
import type { PreparedPhoto } from '../photo/prepare-photo';
import type { Playlist } from '../playlist/playlist';

/** What a journey needs from outside; the stores fit. */
export interface JourneyDependencies {
  prepare(file: Blob): Promise<PreparedPhoto>;
  newId(): string;
  upload(
    moodId: string,
    photo: PreparedPhoto,
    goal: Goal,
    onProgress: (share: number) => void,
  ): Upload;
  /** Writes an entry that needs no photo. */
  pick(moodId: string, emotion: Emotion, goal: Goal): Promise<void>;
  /** Deletes an entry that nothing was read from. */
  remove(moodId: string): Promise<void>;
  /** Says whether the server has an entry; rejects if it cannot be reached. */
  hasEntry(moodId: string): Promise<boolean>;
  watchMood: Watch<Mood>;
  watchPlaylist: Watch<Playlist>;
  /** What outlives a reload. */
  readonly keeper: {
    /** Says whether it is kept. */
    keepFile(moodId: string, file: Blob, goal: Goal): Promise<boolean>;
    keep(moodId: string, photo: PreparedPhoto, goal: Goal): Promise<void>;
    find(): Promise<KeptPhoto[]>;
    forget(moodId: string): Promise<void>;
  };
  /** What this tab is at; outlives a reload, but not the tab. */
  readonly tab: {
    /** The entry that it is busy with. */
    current: string | undefined;
    /** The entry whose result it shows. */
    finished: string | undefined;
  };
  /** Lets one tab alone send a photo. Nothing if another one is at it. */
  takeLock(name: string): Promise<(() => void) | undefined>;
}

type Watch<Content> = (
  moodId: string,
  onContent: (content: Content | undefined) => void,
  onError: (error: Error) => void,
) => () => void;

import { isEmotion, type Emotion } from '../mood/emotion';
import { isGoal, type Goal } from '../mood/goal';
import type { Mood } from '../mood/mood';
import { readTrack, type Track } from './track';

/** Music for an entry, `users/{uid}/playlists/{moodId}`. */
export interface Playlist {
  readonly goal: Goal;
  readonly emotion: Emotion;
  readonly tracks: readonly Track[];
  /** The names of catalogues that could not be asked. */
  readonly unavailable: readonly string[];
}

/** Music that a person keeps under a name. */
export interface NamedPlaylist extends Omit<Playlist, 'unavailable'> {
  readonly name: string;
  /** The entry that it was made for, which may be gone. */
  readonly moodId: string;
  /** Absent until the server has given it a time. */
  readonly createdAt?: Date;
}

/** Reads a playlist as it stands in Firestore; nothing if it makes no sense. */
export function readPlaylist(fields: Readonly<Record<string, unknown>>): Playlist | undefined {
  const { goal, emotion, tracks, unavailable } = fields;
  if (!isGoal(goal) || !isEmotion(emotion) || !Array.isArray(tracks)) {
    return undefined;
  }
  return {
    goal,
    emotion,
    tracks: tracks.flatMap((track) => readTrack(track) ?? []),
    unavailable: Array.isArray(unavailable)
      ? unavailable.filter((name) => typeof name === 'string')
      : [],
  };
}

/**
 * Returns whether a playlist is the answer to what an entry asks for now, and not to the goal or the
 * correction it had before.
 */
export function answers(playlist: Playlist, mood: Mood): boolean {
  return (
    playlist.goal === (mood.goal ?? 'match') &&
    (mood.correction === undefined || playlist.emotion === mood.correction)
  );
}

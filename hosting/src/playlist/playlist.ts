import { isEmotion, type Emotion } from '../mood/emotion';
import { isGoal, type Goal } from '../mood/goal';
import type { Mood } from '../mood/mood';

/** A place in the plane of valence and arousal, each in [-1, 1]. */
export interface Affect {
  readonly valence: number;
  readonly arousal: number;
}

/** A piece of music, and why it is on the playlist. */
export interface Track {
  readonly id: string;
  readonly title: string;
  readonly artist: string;
  readonly durationSeconds: number;
  readonly affect: Affect;
  /** Codes such as `fits_expression`; see the texts `reason.*`. */
  readonly reasons: readonly string[];
}

/** Music for an entry, `users/{uid}/playlists/{moodId}`. */
export interface Playlist {
  readonly goal: Goal;
  readonly emotion: Emotion;
  readonly tracks: readonly Track[];
}

/** Reads a playlist as it stands in Firestore; nothing if it makes no sense. */
export function readPlaylist(fields: Readonly<Record<string, unknown>>): Playlist | undefined {
  const { goal, emotion, tracks } = fields;
  if (!isGoal(goal) || !isEmotion(emotion) || !Array.isArray(tracks)) {
    return undefined;
  }
  return { goal, emotion, tracks: tracks.flatMap((track) => readTrack(track) ?? []) };
}

/**
 * Tells whether a playlist is the answer to what an entry asks for now, and not to the goal or the
 * correction it had before.
 */
export function answers(playlist: Playlist, mood: Mood): boolean {
  return (
    playlist.goal === (mood.goal ?? 'match') &&
    (mood.correction === undefined || playlist.emotion === mood.correction)
  );
}

function readTrack(value: unknown): Track | undefined {
  const { id, title, artist, durationSeconds, affect, reasons } = value as Record<string, unknown>;
  if (typeof id !== 'string' || typeof title !== 'string' || typeof artist !== 'string') {
    return undefined;
  }
  const place = affect as Partial<Affect> | undefined;
  return {
    id,
    title,
    artist,
    durationSeconds: typeof durationSeconds === 'number' ? durationSeconds : 0,
    affect: { valence: place?.valence ?? 0, arousal: place?.arousal ?? 0 },
    reasons: Array.isArray(reasons) ? reasons.filter((code) => typeof code === 'string') : [],
  };
}

import { asDate, type Fields } from '../firebase/fields';
import type { MessageKey } from '../messages/messages';
import { isEmotion } from '../mood/emotion';
import { isGoal } from '../mood/goal';
import type { NamedPlaylist } from '../playlist/playlist';
import { readTrack } from '../playlist/track';
import { cut } from '../shared/cut';

/** The longest name of a saved playlist, in UTF-16 code units; the rules allow no longer one. */
export const LONGEST_NAME = 100;

/** The most tracks of a saved playlist; the rules allow no more. */
export const MOST_TRACKS = 50;

/** A playlist that the person keeps under a name, `users/{uid}/savedPlaylists/{savedId}`. */
export interface SavedPlaylist extends NamedPlaylist {
  readonly id: string;
}

/** Reads a saved playlist as it stands in Firestore; nothing if it makes no sense. */
export function readSavedPlaylist(id: string, fields: Fields): SavedPlaylist | undefined {
  const { name, moodId, emotion, goal, tracks, createdAt } = fields;
  if (
    typeof name !== 'string' ||
    typeof moodId !== 'string' ||
    !isEmotion(emotion) ||
    !isGoal(goal) ||
    !Array.isArray(tracks)
  ) {
    return undefined;
  }
  const at = asDate(createdAt);
  return {
    id,
    name,
    moodId,
    emotion,
    goal,
    tracks: tracks.flatMap((track) => readTrack(track) ?? []),
    ...(at && { createdAt: at }),
  };
}

/**
 * Returns a name as it is stored: without blanks around it, in the one form that Unicode calls
 * composed, and no longer than allowed.
 *
 * @returns an empty text if there is nothing to see in it
 */
export function asName(typed: string): string {
  return cut(typed.normalize('NFC').trim(), LONGEST_NAME, ({ length }) => length).trim();
}

/** Returns what is wrong with a name as it is typed; nothing if it can be kept as it is. */
export function nameTrouble(typed: string): MessageKey | undefined {
  const name = typed.normalize('NFC').trim();
  if (name === '') {
    return 'saved.name.missing';
  }
  return name.length > LONGEST_NAME ? 'saved.name.too-long' : undefined;
}

import type { MessageKey } from '../messages/messages';
import { hasExpression, type Mood } from '../mood/mood';
import { answers, type Playlist } from '../playlist/playlist';

/** The photo that is on its way, as the person sees it. */
export interface ShownPhoto {
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

/** Everything that is known of one entry on its way from a photo to music. */
export interface Journey {
  /** Absent while the file is prepared, and if it was refused. */
  readonly moodId?: string;
  /** Absent for an entry of the past, whose photo is gone. */
  readonly photo?: ShownPhoto;
  /** The share that has arrived, in [0, 1]; absent for an entry of the past. */
  readonly uploaded?: number;
  readonly uploadEnded: boolean;
  readonly mood?: Mood;
  readonly playlist?: Playlist;
  /** Whether nothing has happened for longer than it should. */
  readonly slow: boolean;
  /** What went wrong on the way; what is wrong with the photo itself stands in {@link mood}. */
  readonly trouble?: MessageKey;
}

/** Where a journey stands. */
export type Step =
  'preparing' | 'uploading' | 'finding' | 'reading' | 'choosing' | 'done' | 'stopped';

/** The steps that are shown as a row, in their order. */
export const SHOWN_STEPS = ['uploading', 'finding', 'reading', 'choosing'] as const;

/** Returns where a journey stands, from what is known of it. */
export function stepOf({ moodId, mood, playlist, trouble, uploadEnded }: Journey): Step {
  if (mood && mood.status !== 'analyzing') {
    const waits = hasExpression(mood) && !(playlist && answers(playlist, mood));
    return waits ? (trouble ? 'stopped' : 'choosing') : 'done';
  }
  if (trouble) {
    return 'stopped';
  }
  if (mood) {
    return 'reading';
  }
  if (uploadEnded) {
    return 'finding';
  }
  return moodId === undefined ? 'preparing' : 'uploading';
}

/** Tells whether something is still to come. */
export function isUnderWay(journey: Journey): boolean {
  const step = stepOf(journey);
  return step !== 'done' && step !== 'stopped';
}

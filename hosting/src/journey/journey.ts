import type { MessageKey } from '../messages/messages';
import { hasExpression, type Mood } from '../mood/mood';
import type { Advice } from '../photo/advice';
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
  /** Why the person is asked before anything is sent. */
  readonly question?: Question | undefined;
  /** Whether it is an entry of the past that is looked at again. */
  readonly past?: boolean;
  /** The share that has arrived, in [0, 1]; absent for an entry of the past. */
  readonly uploaded?: number;
  /** Whether the photo is sent again, after the page was left in the middle. */
  readonly resumed?: boolean;
  /** Whether the way is held up until the connection is back. */
  readonly waiting?: boolean;
  readonly uploadEnded: boolean;
  readonly mood?: Mood;
  readonly playlist?: Playlist;
  /** Whether nothing has happened for longer than it should. */
  readonly slow: boolean;
  /** What went wrong on the way; what is wrong with the photo itself stands in {@link mood}. */
  readonly trouble?: MessageKey;
}

/** A journey of which nothing is known yet. */
export const AT_START: Journey = { uploadEnded: false, slow: false };

/** Something that could be better about the photo, or a photo that was left behind unsent. */
export type Question = Advice | 'unsent';

/** The states of a journey's state machine. */
export type Step =
  'preparing' | 'asking' | 'uploading' | 'finding' | 'reading' | 'choosing' | 'done' | 'stopped';

/** The steps of a photo, in their order. */
const PHOTO_STEPS = ['uploading', 'finding', 'reading', 'choosing'] as const;

/** A step that is shown in a row. */
export type ShownStep = (typeof PHOTO_STEPS)[number];

/** Returns the steps that are shown as a row, in their order: only those that there are. */
export function shownSteps({ mood, past }: Journey): readonly ShownStep[] {
  return past || mood?.source === 'manual' ? ['choosing'] : PHOTO_STEPS;
}

/** Returns the state of a journey, from what is known of it. */
export function stepOf(journey: Journey): Step {
  const { moodId, mood, playlist, question, trouble, uploadEnded } = journey;
  if (mood && mood.status !== 'analyzing') {
    const waits = hasExpression(mood) && !(playlist && answers(playlist, mood));
    return waits ? (trouble ? 'stopped' : 'choosing') : 'done';
  }
  if (trouble) {
    return 'stopped';
  }
  if (question) {
    return 'asking';
  }
  if (mood) {
    return 'reading';
  }
  if (uploadEnded) {
    return 'finding';
  }
  return moodId === undefined ? 'preparing' : 'uploading';
}

/** Returns whether something is still to come without the person doing anything. */
export function isInFlight(journey: Journey): boolean {
  return !['asking', 'done', 'stopped'].includes(stepOf(journey));
}

/** Returns whether a photo has not arrived yet, so that another one would take its place. */
export function isSending(journey: Journey): boolean {
  return ['preparing', 'uploading'].includes(stepOf(journey));
}

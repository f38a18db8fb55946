import { asDate, type Fields } from '../firebase/fields';
import { EMOTIONS, isEmotion, type Emotion, type EmotionScores } from './emotion';
import { isGoal, type Goal } from './goal';

const STATUSES = ['analyzing', 'ready', 'unsure', 'no_face', 'failed'] as const;

/** Where an entry stands. Every status but `analyzing` is final. */
export type MoodStatus = (typeof STATUSES)[number];

/** A face's place in the photo: left, top, width, height in pixels of the upright photo. */
export type FaceBox = readonly [number, number, number, number];

/** One entry of a person, `users/{uid}/moods/{moodId}`. What there is nothing to say of is absent. */
export interface Mood {
  readonly id: string;
  readonly status: MoodStatus;
  readonly source: 'photo' | 'manual';
  readonly goal?: Goal;
  /** What the person says it is, where they disagreed. */
  readonly correction?: Emotion;
  readonly emotion?: Emotion;
  /** How likely {@link emotion} is, in [0, 1]. */
  readonly confidence?: number;
  readonly scores?: EmotionScores;
  /** How many faces were found in the photo. */
  readonly faces?: number;
  readonly box?: FaceBox;
  readonly createdAt?: Date;
  /** A sentence for the person, if the photo could not be read. */
  readonly errorMessage?: string;
  /**
   * When it goes by itself: nothing was read from its photo, and the person has not kept it. Absent for
   * every entry of the history.
   */
  readonly expiresAt?: Date;
  /** Why it failed, for programs: the page says it in the person's language. */
  readonly errorCode?: string;
}

/**
 * Reads an entry as it stands in Firestore. A field of another type than agreed counts as absent, so
 * that one odd entry does not take the page down.
 *
 * @returns nothing if there is no status to go by
 */
export function readMood(id: string, fields: Fields): Mood | undefined {
  const status = STATUSES.find((known) => known === fields.status);
  if (!status) {
    return undefined;
  }
  const { goal, correction, emotion, confidence, faces } = fields;
  const scores = readScores(fields.scores);
  const box = readBox(fields.box);
  const createdAt = asDate(fields.createdAt);
  const expiresAt = asDate(fields.expiresAt);
  const { message: errorMessage, code: errorCode } = (fields.error ?? {}) as {
    message?: unknown;
    code?: unknown;
  };
  return {
    id,
    status,
    source: fields.source === 'manual' ? 'manual' : 'photo',
    ...(isGoal(goal) && { goal }),
    ...(isEmotion(correction) && { correction }),
    ...(isEmotion(emotion) && { emotion }),
    ...(typeof confidence === 'number' && { confidence }),
    ...(typeof faces === 'number' && { faces }),
    ...(scores && { scores }),
    ...(box && { box }),
    ...(createdAt && { createdAt }),
    ...(expiresAt && { expiresAt }),
    ...(typeof errorMessage === 'string' && { errorMessage }),
    ...(typeof errorCode === 'string' && { errorCode }),
  };
}

/** Returns whether an entry belongs to the history: not one that nothing was read from, unless it is kept. */
export function isInHistory(mood: Mood): boolean {
  return mood.expiresAt === undefined;
}

/** Returns whether an expression was read, or picked by hand. */
export function hasExpression(mood: Mood): boolean {
  return mood.status === 'ready' || mood.status === 'unsure';
}

/** Returns the expression that counts: the person's own word before Moodify's. */
export function expressionOf(mood: Mood): Emotion | undefined {
  return mood.correction ?? mood.emotion;
}

function readScores(value: unknown): EmotionScores | undefined {
  const scores = value as Partial<Record<Emotion, unknown>> | null | undefined;
  return scores && EMOTIONS.every((emotion) => typeof scores[emotion] === 'number')
    ? (scores as EmotionScores)
    : undefined;
}

function readBox(value: unknown): FaceBox | undefined {
  return Array.isArray(value) && value.length === 4 && value.every(Number.isFinite)
    ? (value as unknown as FaceBox)
    : undefined;
}

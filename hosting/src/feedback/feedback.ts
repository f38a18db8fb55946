import { isEmotion, type Emotion } from '../mood/emotion';
import { isGoal, type Goal } from '../mood/goal';

/** What a person says of a track by a button. */
export type Opinion = 'like' | 'dislike';

/** What a person says of a track, or does. */
export type Verdict = Opinion | 'skip' | 'played';

/** Where a track was heard. */
export interface Occasion {
  /** The entry that the music was for. */
  readonly moodId: string;
  readonly emotion: Emotion;
  readonly goal: Goal;
}

/** What a person thinks of a track, `users/{uid}/feedback/{trackId}`, but for its time. */
export interface Feedback extends Partial<Occasion> {
  readonly verdict: Verdict;
  /** How much of the track was heard, in [0, 1]; absent if it was not played. */
  readonly playedShare?: number;
}

/** How much of a track was heard. */
export interface Heard {
  readonly seconds: number;
  /** In [0, 1]. */
  readonly share: number;
}

/** Whoever leaves a track before this has skipped it, in seconds. */
const SKIPPED_BEFORE = 30;

/** Reads feedback as it stands in Firestore; nothing if it makes no sense. */
export function readFeedback(fields: Readonly<Record<string, unknown>>): Feedback | undefined {
  const { verdict, playedShare, moodId, emotion, goal } = fields;
  return isVerdict(verdict)
    ? {
        verdict,
        ...(typeof playedShare === 'number' && { playedShare }),
        ...(typeof moodId === 'string' && { moodId }),
        ...(isEmotion(emotion) && { emotion }),
        ...(isGoal(goal) && { goal }),
      }
    : undefined;
}

/** Returns what the person said by a button, if that is what counts. */
export function opinionOf(feedback: Feedback | undefined): Opinion | undefined {
  const verdict = feedback?.verdict;
  return verdict === 'like' || verdict === 'dislike' ? verdict : undefined;
}

/** Returns what counts once a person has said what they think. */
export function withOpinion(
  before: Feedback | undefined,
  opinion: Opinion,
  occasion: Occasion,
): Feedback {
  const { playedShare } = before ?? {};
  return { verdict: opinion, ...(playedShare !== undefined && { playedShare }), ...occasion };
}

/**
 * Returns what counts once a person has taken an opinion back: what they did counts again; nothing if
 * they never played the track.
 */
export function withoutOpinion(before: Feedback, durationSeconds: number): Feedback | undefined {
  const { playedShare } = before;
  return playedShare === undefined
    ? undefined
    : {
        ...before,
        verdict: verdictOn({ share: playedShare, seconds: playedShare * durationSeconds }),
      };
}

/** Returns what counts once a track was heard. An opinion stays what it is. */
export function withHeard(
  before: Feedback | undefined,
  heard: Heard,
  occasion: Occasion,
): Feedback {
  const playedShare = Math.min(1, Math.max(0, heard.share));
  return before && opinionOf(before)
    ? { ...before, playedShare }
    : { verdict: verdictOn(heard), playedShare, ...occasion };
}

/** What is heard to its end was not skipped, however short it is. */
function verdictOn({ seconds, share }: Heard): Verdict {
  return seconds < SKIPPED_BEFORE && share < 0.95 ? 'skip' : 'played';
}

function isVerdict(value: unknown): value is Verdict {
  return ['like', 'dislike', 'skip', 'played'].includes(value as string);
}

/** What the music is to do with the person's mood. */
export const GOALS = ['match', 'lift', 'calm'] as const;

/** The name of a goal, as it stands in Firestore. */
export type Goal = (typeof GOALS)[number];

/** Returns whether a value names a goal. */
export function isGoal(value: unknown): value is Goal {
  return GOALS.includes(value as Goal);
}

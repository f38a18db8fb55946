/** The seven expressions that Moodify distinguishes, in the order of FER-2013. */
export const EMOTIONS = [
  'angry',
  'disgust',
  'fear',
  'happy',
  'sad',
  'surprise',
  'neutral',
] as const;

/** The name of an expression, as it stands in Firestore. */
export type Emotion = (typeof EMOTIONS)[number];

/** How likely each expression is; in [0, 1], together 1. */
export type EmotionScores = Readonly<Record<Emotion, number>>;

/** Returns whether a value names an expression. */
export function isEmotion(value: unknown): value is Emotion {
  return EMOTIONS.includes(value as Emotion);
}

/** Returns the expressions and their scores, the likeliest first. */
export function byLikelihood(scores: EmotionScores): { emotion: Emotion; score: number }[] {
  return EMOTIONS.map((emotion) => ({ emotion, score: scores[emotion] })).sort(
    (one, other) => other.score - one.score,
  );
}

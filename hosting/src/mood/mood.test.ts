import { describe, expect, test } from 'vitest';
import { byLikelihood } from './emotion';
import { expressionOf, hasExpression, readMood } from './mood';

const scores = {
  angry: 0.01,
  disgust: 0.01,
  fear: 0.02,
  happy: 0.9,
  sad: 0.02,
  surprise: 0.03,
  neutral: 0.01,
};

const createdAt = { toDate: () => new Date(0) };

describe('an entry', () => {
  test('is read with all that a function wrote', () => {
    const mood = readMood('mood-1', {
      status: 'ready',
      source: 'photo',
      goal: 'lift',
      emotion: 'happy',
      confidence: 0.9,
      scores,
      faces: 1,
      box: [1, 2, 3, 4],
      createdAt,
      modelVersion: 'x',
    });
    expect(mood).toEqual({
      id: 'mood-1',
      status: 'ready',
      source: 'photo',
      goal: 'lift',
      emotion: 'happy',
      confidence: 0.9,
      scores,
      faces: 1,
      box: [1, 2, 3, 4],
      createdAt: new Date(0),
    });
  });

  test('carries the sentence that says why a photo could not be read', () => {
    const error = { code: 'damaged', message: 'The file is damaged.' };
    expect(readMood('m', { status: 'failed', source: 'photo', error })).toMatchObject({
      errorCode: 'damaged',
      errorMessage: 'The file is damaged.',
    });
  });

  test('leaves out every field that makes no sense', () => {
    const odd = {
      status: 'ready',
      source: 7,
      goal: 'dance',
      emotion: 'bored',
      confidence: '90 %',
      scores: { happy: 1 },
      faces: 'one',
      box: [1, 2],
      createdAt: 'today',
      error: 'none',
    };
    expect(readMood('m', odd)).toEqual({ id: 'm', status: 'ready', source: 'photo' });
  });

  test('is none without a known status', () => {
    expect(readMood('m', { status: 'dreaming' })).toBeUndefined();
    expect(readMood('m', {})).toBeUndefined();
  });

  test('has an expression when it is ready or unsure', () => {
    const statuses = ['analyzing', 'ready', 'unsure', 'no_face', 'failed'] as const;
    const withExpression = statuses.filter((status) =>
      hasExpression({ id: 'm', status, source: 'photo' }),
    );
    expect(withExpression).toEqual(['ready', 'unsure']);
  });

  test("counts the person's own word before Moodify's", () => {
    const mood = { id: 'm', status: 'ready', source: 'photo', emotion: 'sad' } as const;
    expect(expressionOf(mood)).toBe('sad');
    expect(expressionOf({ ...mood, correction: 'neutral' })).toBe('neutral');
  });
});

test('expressions come the likeliest first', () => {
  expect(byLikelihood(scores).map(({ emotion }) => emotion)).toEqual([
    'happy',
    'surprise',
    'fear',
    'sad',
    'angry',
    'disgust',
    'neutral',
  ]);
});

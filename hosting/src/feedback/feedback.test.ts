import { describe, expect, test } from 'vitest';
import {
  readFeedback,
  withHeard,
  withoutOpinion,
  withOpinion,
  type Feedback,
  type Occasion,
} from './feedback';

const sad: Occasion = { moodId: 'mood-1', emotion: 'sad', goal: 'lift' };
const happy: Occasion = { moodId: 'mood-2', emotion: 'happy', goal: 'match' };

describe('a track that is heard', () => {
  test.each([
    ['left after 10 s', { seconds: 10, share: 0.05 }, 'skip'],
    ['left after 30 s', { seconds: 30, share: 0.15 }, 'played'],
    ['heard to its end, which comes after 20 s', { seconds: 20, share: 1 }, 'played'],
  ])('and %s counts as %s', (_, heard, verdict) => {
    expect(withHeard(undefined, heard, sad)).toEqual({ verdict, playedShare: heard.share, ...sad });
  });

  test('again counts by the last time', () => {
    const before = withHeard(undefined, { seconds: 120, share: 0.8 }, sad);
    expect(withHeard(before, { seconds: 5, share: 0.03 }, happy)).toEqual({
      verdict: 'skip',
      playedShare: 0.03,
      ...happy,
    });
  });

  test('stays liked, and liked under the expression it was', () => {
    const before = withOpinion(undefined, 'like', sad);
    expect(withHeard(before, { seconds: 5, share: 0.03 }, happy)).toEqual({
      verdict: 'like',
      playedShare: 0.03,
      ...sad,
    });
  });
});

describe('an opinion', () => {
  test('is about the track and where it was heard', () => {
    expect(withOpinion(undefined, 'dislike', sad)).toEqual({ verdict: 'dislike', ...sad });
  });

  test('that is taken back leaves nothing of a track that was never played', () => {
    expect(withoutOpinion(withOpinion(undefined, 'like', sad), 180)).toBeUndefined();
  });

  test.each<[string, Feedback]>([
    ['skipped', { verdict: 'skip', playedShare: 0.1, ...sad }],
    ['played', { verdict: 'played', playedShare: 0.7, ...sad }],
  ])('that is taken back leaves a track that was %s as it was', (_, before) => {
    expect(withoutOpinion(withOpinion(before, 'like', sad), 180)).toEqual(before);
  });

  test('can be changed for the other one', () => {
    const liked = withOpinion({ verdict: 'played', playedShare: 0.7, ...sad }, 'like', sad);
    expect(withOpinion(liked, 'dislike', sad)).toEqual({
      verdict: 'dislike',
      playedShare: 0.7,
      ...sad,
    });
  });
});

describe('feedback', () => {
  test('is read without the fields that make no sense', () => {
    const odd = { verdict: 'like', playedShare: 'half', emotion: 'bored', goal: 7, moodId: null };
    expect(readFeedback(odd)).toEqual({ verdict: 'like' });
  });

  test('is none without a verdict that Moodify knows', () => {
    expect(readFeedback({ verdict: 'love' })).toBeUndefined();
    expect(readFeedback({})).toBeUndefined();
  });
});

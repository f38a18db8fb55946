import { describe, expect, test } from 'vitest';
import { byFrequency, mostFrequent, NO_COUNTS, readSummary, together, total } from './summary';

const fields = {
  entries: 5,
  emotions: { happy: 3, sad: 2 },
  days: { '2026-11-21': { sad: 2 }, '2026-11-22': { happy: 3 } },
  weekdays: { 6: { sad: 2 }, 7: { happy: 3 } },
  hours: { 0: { sad: 2 }, 23: { happy: 3 } },
  lift: {
    pairs: 4,
    liftedShare: 0.75,
    before: { sad: 4 },
    after: { happy: 3, sad: 1 },
    meanValenceBefore: -0.6,
    meanValenceAfter: 0.3,
  },
  timeZone: 'Asia/Kolkata',
  updatedAt: { toDate: () => new Date(0) },
};

describe('a summary', () => {
  test('is read as the function wrote it, with a zero where it says nothing', () => {
    const summary = readSummary(fields);
    expect(summary.entries).toBe(5);
    expect(summary.emotions).toEqual({ ...NO_COUNTS, happy: 3, sad: 2 });
    expect(summary.days.get('2026-11-21')).toEqual({ ...NO_COUNTS, sad: 2 });
    expect([...summary.weekdays.keys()]).toEqual([6, 7]);
    expect([...summary.hours.keys()]).toEqual([0, 23]);
    expect(summary.lift?.after).toEqual({ ...NO_COUNTS, happy: 3, sad: 1 });
    expect(summary.lift?.meanValenceBefore).toBe(-0.6);
    expect(summary.timeZone).toBe('Asia/Kolkata');
    expect(summary.updatedAt).toEqual(new Date(0));
  });

  test('leaves out whatever makes no sense', () => {
    const summary = readSummary({
      entries: 'many',
      emotions: { happy: -1, sad: 1.5, bored: 7, fear: 2 },
      days: { today: { happy: 1 }, '2026-11-22': 'sunny' },
      weekdays: { 0: { happy: 1 }, 8: { happy: 1 } },
      hours: { 24: { happy: 1 }, noon: { happy: 1 } },
      lift: { pairs: 0 },
      timeZone: 'Mars/Olympus',
      updatedAt: 'now',
    });
    expect(summary).toEqual({
      entries: 2,
      emotions: { ...NO_COUNTS, fear: 2 },
      days: new Map([['2026-11-22', NO_COUNTS]]),
      weekdays: new Map(),
      hours: new Map(),
      timeZone: 'UTC',
    });
  });

  test('keeps shares and means within their bounds', () => {
    const lift = { ...fields.lift, liftedShare: 7, meanValenceAfter: NaN };
    const summary = readSummary({ ...fields, lift });
    expect(summary.lift?.liftedShare).toBe(1);
    expect(summary.lift?.meanValenceAfter).toBe(0);
  });
});

describe('counts', () => {
  const counts = readSummary(fields).emotions;

  test('are added up', () => {
    expect(total(counts)).toBe(5);
    expect(together([counts, counts]).happy).toBe(6);
  });

  test('come the most frequent first', () => {
    expect(byFrequency(counts).slice(0, 2)).toEqual(['happy', 'sad']);
    expect(mostFrequent(counts)).toBe('happy');
    expect(mostFrequent(NO_COUNTS)).toBeUndefined();
  });
});

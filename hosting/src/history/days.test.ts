import { describe, expect, test } from 'vitest';
import { byDay, nearness, noonOf } from './days';
import type { Entry } from './entry';

const now = new Date(2026, 10, 22, 10, 0);

const entry = (id: string, createdAt?: Date): Entry => ({
  mood: { id, status: 'ready', source: 'photo', ...(createdAt && { createdAt }) },
  photoKept: false,
});

describe('days', () => {
  test('hold the entries between two midnights of this device', () => {
    const days = byDay(
      [
        entry('a', new Date(2026, 10, 22, 0, 0, 1)),
        entry('b', new Date(2026, 10, 21, 23, 59, 59)),
        entry('c', new Date(2026, 10, 21, 0, 0, 0)),
      ],
      now,
    );
    expect(days.map(({ date, entries }) => [date, entries.map(({ mood }) => mood.id)])).toEqual([
      ['2026-11-22', ['a']],
      ['2026-11-21', ['b', 'c']],
    ]);
  });

  test('count an entry that has no time yet as of today', () => {
    expect(byDay([entry('a')], now)[0]?.date).toBe('2026-11-22');
  });

  test.each([
    ['2026-11-22', 'today'],
    ['2026-11-21', 'yesterday'],
    ['2026-11-20', 'other'],
    ['2026-11-23', 'other'],
  ])('%s is %s', (date, expected) => {
    expect(nearness(date, now)).toBe(expected);
  });

  test('know yesterday over the end of a month', () => {
    expect(nearness('2026-02-28', new Date(2026, 2, 1, 0, 30))).toBe('yesterday');
  });

  test('are named by their noon', () => {
    expect(noonOf('2026-11-22').getDate()).toBe(22);
  });
});

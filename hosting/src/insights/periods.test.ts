import { describe, expect, test } from 'vitest';
import { addDays, dateIn, periods } from './periods';
import { readSummary, total } from './summary';

const now = new Date('2026-11-22T20:00:00Z');

const summary = (timeZone: string) =>
  readSummary({
    timeZone,
    days: {
      '2026-11-23': { happy: 1 },
      '2026-11-22': { happy: 2 },
      '2026-10-25': { sad: 4 },
      '2026-10-24': { sad: 8 },
      '2025-11-23': { fear: 16 },
    },
  });

describe('periods', () => {
  test('end today, in the time zone that days are counted in', () => {
    expect(dateIn('UTC', now)).toBe('2026-11-22');
    expect(dateIn('Asia/Kolkata', now)).toBe('2026-11-23');
    expect(periods(summary('UTC'), 'month', now).at(-1)).toMatchObject({ to: '2026-11-22' });
    expect(periods(summary('Asia/Kolkata'), 'month', now).at(-1)).toMatchObject({
      from: '2026-11-23',
      to: '2026-11-23',
    });
  });

  test('of a month are its days, those without an entry too', () => {
    const days = periods(summary('UTC'), 'month', now);
    expect(days).toHaveLength(30);
    expect(days[0]).toMatchObject({ from: '2026-10-24', to: '2026-10-24' });
    expect(days.map(({ counts }) => total(counts)).filter((count) => count > 0)).toEqual([8, 4, 2]);
  });

  test('of a quarter are weeks, of a year four weeks each', () => {
    const weeks = periods(summary('UTC'), 'quarter', now);
    expect(weeks).toHaveLength(13);
    expect(weeks.at(-1)).toMatchObject({ from: '2026-11-16', to: '2026-11-22' });
    const months = periods(summary('UTC'), 'year', now);
    expect(months).toHaveLength(13);
    expect(months[0]).toMatchObject({ from: '2025-11-24' });
    expect(months.reduce((sum, { counts }) => sum + total(counts), 0)).toBe(14);
  });

  test('go over the end of a month, of February and of daylight saving', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
  });
});

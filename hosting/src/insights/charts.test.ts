import { afterEach, describe, expect, test } from 'vitest';
import { setLanguage } from '../messages/messages';
import { recentTime, zoneName } from './charts';

afterEach(() => setLanguage('en'));

describe('a time zone', () => {
  test('is named as people do, in the language of the page', async () => {
    expect(zoneName('Asia/Kolkata')).toBe('India Standard Time');
    expect(zoneName('UTC')).toBe('Coordinated Universal Time');
    await setLanguage('hi');
    expect(zoneName('Asia/Kolkata')).toBe('भारतीय मानक समय');
  });

  test('that the browser does not know keeps its name', () => {
    expect(zoneName('Moon/Tranquility')).toBe('Moon/Tranquility');
  });
});

describe('when the entries were counted', () => {
  const now = new Date('2026-12-01T20:00:00Z');

  test.each([
    ['today', '2026-12-01T14:36:00Z', 'UTC', 'today, 2:36 PM', 'UTC'],
    ['yesterday', '2026-11-30T23:59:00Z', 'UTC', 'yesterday, 11:59 PM', 'UTC'],
    ['longer ago', '2026-11-28T14:36:00Z', 'UTC', 'Sat, Nov 28, 2:36 PM', 'UTC'],
    // There it is the second of December already.
    [
      'where the day is another',
      '2026-12-01T14:36:00Z',
      'Asia/Kolkata',
      'yesterday, 8:06 PM',
      'GMT+5:30',
    ],
  ])('is said as people do: %s', (_, at, timeZone, time, zone) => {
    const told = recentTime(new Date(at), timeZone, now);
    expect({ ...told, time: told.time.replace('\u202f', ' ') }).toEqual({ time, zone });
  });

  test('is said in the page’s language', async () => {
    await setLanguage('hi');
    expect(recentTime(now, 'UTC', now).time).toMatch(/^आज, /);
  });

  test('is in the browser’s own zone where the person’s is not known', () => {
    const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect(recentTime(now, 'Moon/Tranquility', now)).toEqual(recentTime(now, own, now));
  });
});

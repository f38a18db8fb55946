import { describe, expect, test } from 'vitest';
import type { Entry } from './entry';
import { Timeline } from './timeline';

/** Named after the minute that it was made in. */
const entry = (minute: number): Entry => ({
  mood: {
    id: String(minute),
    status: 'ready',
    source: 'photo',
    createdAt: new Date(minute * 60_000),
  },
  photoKept: false,
});

const entries = (...minutes: number[]) => minutes.map(entry);

const shown = (timeline: Timeline) => timeline.entries?.map(({ mood }) => mood.id).join(' ');

describe('the timeline', () => {
  test('is not known before the newest entries are', () => {
    const timeline = new Timeline(3);
    expect(timeline.entries).toBeUndefined();
    expect(timeline.hasMore).toBe(false);
  });

  test('has no more where the first page is not full', () => {
    const timeline = new Timeline(3);
    timeline.showNewest(entries(9, 8));
    expect(shown(timeline)).toBe('9 8');
    expect(timeline.hasMore).toBe(false);
  });

  test('goes on with older pages until one is the last', () => {
    const timeline = new Timeline(3);
    timeline.showNewest(entries(9, 8, 7));
    expect(timeline.hasMore).toBe(true);
    timeline.addOlder(entries(6, 5, 4), false);
    expect(timeline.hasMore).toBe(true);
    timeline.addOlder(entries(3), true);
    expect(shown(timeline)).toBe('9 8 7 6 5 4 3');
    expect(timeline.hasMore).toBe(false);
  });

  test('keeps what a new entry pushes out of the newest', () => {
    const timeline = new Timeline(3);
    timeline.showNewest(entries(9, 8, 7));
    timeline.showNewest(entries(10, 9, 8));
    expect(shown(timeline)).toBe('10 9 8 7');
    expect(timeline.hasMore).toBe(true);
  });

  test('drops what was deleted among the newest, and takes what moved up in its place', () => {
    const timeline = new Timeline(3);
    timeline.showNewest(entries(9, 8, 7));
    timeline.addOlder(entries(6, 5), true);
    timeline.showNewest(entries(9, 7, 6));
    expect(shown(timeline)).toBe('9 7 6 5');
  });

  test('begins anew where so many are new that some in between may be unknown', () => {
    const timeline = new Timeline(3);
    timeline.showNewest(entries(2, 1));
    expect(timeline.hasMore).toBe(false);
    timeline.showNewest(entries(9, 8, 7));
    expect(shown(timeline)).toBe('9 8 7');
    expect(timeline.hasMore).toBe(true);
  });

  test('drops everything that is gone when fewer are left than a page holds', () => {
    const timeline = new Timeline(3);
    timeline.showNewest(entries(9, 8, 7));
    timeline.addOlder(entries(6, 5), true);
    timeline.showNewest([]);
    expect(shown(timeline)).toBe('');
    expect(timeline.hasMore).toBe(false);
  });

  test('shows an entry that has no time yet first', () => {
    const timeline = new Timeline(3);
    const fresh: Entry = {
      mood: { id: '1', status: 'ready', source: 'manual' },
      photoKept: false,
    };
    timeline.showNewest([fresh, ...entries(9)]);
    expect(shown(timeline)).toBe('1 9');
  });

  test('shows what the device remembers, and concludes nothing from what is missing in it', () => {
    const timeline = new Timeline(3);
    timeline.showNewest([], true);
    expect(timeline.entries).toBeUndefined();
    timeline.showNewest(entries(9, 8), true);
    expect(shown(timeline)).toBe('9 8');
    timeline.showNewest(entries(10, 9, 7));
    expect(shown(timeline)).toBe('10 9 7');
    expect(timeline.hasMore).toBe(true);
  });

  test('knows that there is nothing once the server says so', () => {
    const timeline = new Timeline(3);
    timeline.showNewest([]);
    expect(shown(timeline)).toBe('');
  });

  test('takes a deleted entry out before the server says so', () => {
    const timeline = new Timeline(3);
    timeline.showNewest(entries(9, 8));
    timeline.remove('9');
    expect(shown(timeline)).toBe('8');
  });
});

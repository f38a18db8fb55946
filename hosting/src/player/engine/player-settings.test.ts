import { beforeEach, expect, test } from 'vitest';
import { readPlayerSettings, writePlayerSettings } from './player-settings';

beforeEach(() => {
  localStorage.clear();
});

test('settings are as they come until they are set', () => {
  expect(readPlayerSettings()).toEqual({ volume: 1, muted: false, shortcuts: true });
});

test('settings are kept, each for itself', () => {
  writePlayerSettings({ volume: 0.3 });
  writePlayerSettings({ shortcuts: false });
  expect(readPlayerSettings()).toEqual({ volume: 0.3, muted: false, shortcuts: false });
});

test.each(['nonsense', 'null', '7', '{"volume":9,"muted":"yes"}'])(
  'settings that read %j are as they come',
  (stored) => {
    localStorage.setItem('moodify.player', stored);
    expect(readPlayerSettings()).toEqual({ volume: 1, muted: false, shortcuts: true });
  },
);

test('a browser that keeps nothing is no failure', () => {
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  } as unknown as Storage;
  expect(() => {
    writePlayerSettings({ volume: 0.3 }, full);
  }).not.toThrow();
});

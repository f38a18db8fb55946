import { afterEach, describe, expect, test } from 'vitest';
import { en } from './en';
import { hi } from './hi';
import { chooseLanguage, chooseLocale } from './languages';
import {
  asPercent,
  asTimeSpan,
  counted,
  currentLanguage,
  setLanguage,
  text,
  type MessageKey,
} from './messages';

const sources = import.meta.glob<string>(['../**/*.ts', '!../**/*.test.ts', '!./{en,hi}/*.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const files = import.meta.glob<Record<string, Record<string, string>>>('./{en,hi}/*.ts', {
  eager: true,
});
const KEYS = Object.keys(en) as MessageKey[];

afterEach(() => setLanguage('en'));

describe('messages', () => {
  test('are filled in', () => {
    expect(text('mood.confidence', { percent: '93%' })).toBe('93% sure');
    expect(asPercent(0.934)).toBe('93%');
  });

  test('keep a place that nothing is given for, so that the slip is seen', () => {
    expect(text('mood.confidence')).toBe('{percent} sure');
  });

  test('are chosen by a number', () => {
    expect(counted('playlist.tracks', 1)).toBe('One track');
    expect(counted('playlist.tracks', 10)).toBe('10 tracks');
  });

  test('write large numbers as the language does', async () => {
    expect(counted('history.shown', 1234567)).toBe('1,234,567 entries shown');
    await setLanguage('hi');
    expect(counted('history.shown', 1234567)).toBe('12,34,567 प्रविष्टियाँ दिख रही हैं');
  });

  test('are all used', () => {
    const code = Object.values(sources).join('\n');
    expect(KEYS.filter((key) => !isUsed(key, code))).toEqual([]);
  });

  test('have one name each, in one file', () => {
    const inFiles = Object.entries(files)
      .filter(([path]) => path.startsWith('./en/') && !path.endsWith('/index.ts'))
      .flatMap(([, file]) => Object.values(file).flatMap((texts) => Object.keys(texts)));
    expect(inFiles.length).toBe(KEYS.length);
  });
});

describe('Hindi', () => {
  test('is complete, with the same places to fill in', () => {
    for (const key of KEYS) {
      expect(hi[key], key).toBeTruthy();
      const count = key.endsWith('.one') ? ['{count}'] : [];
      expect([...count, ...placesOf(hi[key])], key).toEqual(
        expect.arrayContaining(placesOf(en[key])),
      );
      expect([...count, ...placesOf(en[key])], key).toEqual(
        expect.arrayContaining(placesOf(hi[key])),
      );
    }
    expect(Object.keys(hi).sort()).toEqual([...KEYS].sort());
  });

  test('is really Hindi: a text with words in it has Devanagari letters', () => {
    const untranslated = KEYS.filter(
      (key) => /\p{L}/u.test(bare(en[key])) && !/\p{Script=Devanagari}/u.test(hi[key]),
    );
    expect(untranslated).toEqual([]);
  });

  test('is shown once it is chosen, and says so to the browser', async () => {
    await setLanguage('hi');
    expect(text('account.sign-in')).toBe('साइन इन करें');
    // Nothing at all counts as one in Hindi.
    expect(counted('playlist.tracks', 0)).toBe('0 ट्रैक');
    expect(document.documentElement.lang).toBe('hi');
    expect(document.documentElement.dir).toBe('ltr');
  });

  test('writes spans of time as the language does', async () => {
    expect(asTimeSpan(1, 'day')).toBe('1\u00a0day');
    expect(asTimeSpan(65, 'minute')).toBe('65\u00a0minutes');
    await setLanguage('hi');
    expect(asTimeSpan(7, 'day')).toBe('7\u00a0दिन');
  });

  test('gives way to the language that was wished for last', async () => {
    const hindi = setLanguage('hi');
    const english = setLanguage('en');
    await Promise.all([hindi, english]);
    expect(currentLanguage()).toBe('en');
    expect(text('account.sign-in')).toBe('Sign in');
  });
});

describe('a language', () => {
  test.each([
    [['hi-IN', 'en'], 'hi'],
    [['de-DE', 'hi'], 'hi'],
    [['fr'], 'en'],
    [['constructor'], 'en'],
    [[], 'en'],
  ])('wished for as %j is %s', (wished, language) => {
    expect(chooseLanguage(wished)).toBe(language);
  });
});

describe('dates and numbers', () => {
  test.each([
    ['en', ['en-GB', 'en'], 'en-GB'],
    ['en', ['hi-IN', 'en-IN'], 'en-IN'],
    ['hi', ['en-GB'], 'hi'],
    ['en', ['en_GB.UTF-8'], 'en'],
    ['en', [], 'en'],
  ] as const)('in %s, wished for as %j, are written as in %s', (language, wished, locale) => {
    expect(chooseLocale(language, wished)).toBe(locale);
  });
});

/** A key stands in the code whole, or as a template that ends in a value: `emotion.${emotion}`. */
function isUsed(key: string, code: string): boolean {
  const stem = key.replace(/\.(one|other)$/, '');
  const folder = key.slice(0, key.lastIndexOf('.'));
  return code.includes(`'${stem}'`) || code.includes(`\`${folder}.\${`);
}

function placesOf(message: string): string[] {
  return message.match(/\{\w+\}/g) ?? [];
}

/** A text without places and names, which are the same in every language. */
function bare(message: string): string {
  return message.replace(/\{\w+\}|Moodify|Google/g, '');
}

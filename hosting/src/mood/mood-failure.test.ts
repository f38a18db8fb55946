import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { text } from '../messages/messages';
import type { Mood } from './mood';
import { failureText } from './mood-failure';

const CORE = '../libs/core/src/main/java/app/moodify/core';
const faults = readFileSync(`${CORE}/photo/PhotoFault.java`, 'utf8');
const errors = readFileSync(`${CORE}/mood/MoodError.java`, 'utf8');

const failed = (error: Pick<Mood, 'errorCode' | 'errorMessage'>): Mood => ({
  ...{ id: 'm', status: 'failed', source: 'photo' },
  ...error,
});

/** What the functions write. */
const CODES = [
  ...[...faults.matchAll(/^ {2}([A-Z_0-9]+)\(/gm)].map(([, name = '']) => name.toLowerCase()),
  ...[...errors.matchAll(/^ {10}"([a-z_]+)",/gm)].map(([, code = '']) => code),
  'stuck',
];

test('there are as many codes as the functions have', () => {
  expect(CODES).toContain('damaged');
  expect(CODES).toContain('gave_up');
  expect(CODES).toHaveLength(22);
});

test.each(CODES)('%s has a sentence in the language of the page', (errorCode) => {
  const sentence = failureText(failed({ errorCode, errorMessage: 'From a function' }));
  expect(sentence).not.toBe('From a function');
  expect(sentence).not.toBe(text('mood.failed.unknown'));
});

test('a code that the page does not know yet is explained in the words of the function', () => {
  expect(failureText(failed({ errorCode: 'new', errorMessage: 'Newer.' }))).toBe('Newer.');
  expect(failureText(failed({ errorCode: 'new' }))).toBe(text('mood.failed.unknown'));
});

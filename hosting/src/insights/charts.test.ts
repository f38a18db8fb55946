import { afterEach, describe, expect, test } from 'vitest';
import { setLanguage } from '../messages/messages';
import { zoneName } from './charts';

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

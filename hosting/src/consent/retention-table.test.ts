import { afterEach, describe, expect, test } from 'vitest';
import { setLanguage } from '../messages/messages';
import { RETAINED, timeOf } from './retention';
import './retention-table';

async function rows(): Promise<(readonly [string, string])[]> {
  const element = document.createElement('retention-table');
  document.body.append(element);
  await element.updateComplete;
  return [...element.querySelectorAll('tr')].map((row) => {
    const [what, kept] = [...row.cells].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim());
    return [what ?? '', kept ?? ''] as const;
  });
}

afterEach(async () => {
  document.body.replaceChildren();
  await setLanguage('en');
});

describe('the table of what is kept', () => {
  test('says of each thing how long, below what becomes of it with the account', async () => {
    const shown = await rows();
    expect(shown).toHaveLength(1 + 3 + RETAINED.length);
    expect(shown[1]).toEqual(['Gone at once when you delete your account', '']);
    expect(shown).toContainEqual(['A photo you send', 'until it’s read, 1 day at most']);
    const later = shown.findIndex(([what]) => what.startsWith('Stays this long'));
    const backups = shown.findIndex(([what]) => what === 'Daily backups of the database');
    expect(later).toBeGreaterThan(1);
    expect(backups).toBeGreaterThan(later);
    expect(shown[backups]?.[1]).toBe('7 days');
  });

  test('is in Hindi, with its spans of time', async () => {
    await setLanguage('hi');
    const shown = await rows();
    expect(shown).toContainEqual(['डेटाबेस के रोज़ाना बैकअप', '7 दिन']);
    const other = shown.flat().filter((words) => words && !/\p{Script=Devanagari}/u.test(words));
    expect(other).toEqual([]);
  });

  test('has a time for what a sentence names, and none for what only its person ends', () => {
    expect(timeOf('backups')).toBe('7\u00a0days');
    expect(() => timeOf('entries')).toThrow('entries');
  });
});

import { compose } from '../../src/composer/notes/compose';
import type { Recipe } from '../../src/composer/notes/recipe';
import { expect, test, type Page } from './test';
import { openComposer } from '../composer/composer-page';
import { estimateTempo } from '../composer/tempo';
import type { Excerpt, Measurements } from '../composer/in-page';

// Rendered offline, in Chromium, piece by piece and whole: what a person would hear.

/** A recipe in each corner of the plane, and one in its middle. */
const RECIPES: Readonly<Record<string, Recipe>> = {
  'a happy piece': { seed: 11, valence: 0.8, arousal: 0.5 },
  'an angry piece': { seed: 12, valence: -0.6, arousal: 0.7 },
  'a sad piece': { seed: 13, valence: -0.7, arousal: -0.5 },
  'a calm piece': { seed: 14, valence: 0.5, arousal: -0.7 },
  'a piece in the middle': { seed: 15, valence: 0, arousal: 0 },
};

const hear = (page: Page, recipe: Recipe, excerpt: Excerpt = {}): Promise<Measurements> =>
  page.evaluate(([asked, part]) => globalThis.hearRecipe(asked, part), [recipe, excerpt] as const);

test.describe('a Moodify original', () => {
  // Rendering a piece is work for some seconds; on a busy machine for longer.
  test.describe.configure({ timeout: 300_000 });

  for (const [name, recipe] of Object.entries(RECIPES)) {
    test(`such as ${name} is heard from end to end, in its tempo, and does not clip`, async ({
      page,
    }) => {
      await openComposer(page);
      const heard = await hear(page, recipe);
      const { character, seconds } = compose(recipe);
      expect(heard.seconds).toBeCloseTo(seconds, 2);
      expect(heard.seconds).toBeGreaterThanOrEqual(120);
      expect(heard.seconds).toBeLessThanOrEqual(240);
      expect(heard.peak).toBeLessThan(0.98);
      expect(heard.peak).toBeGreaterThan(0.1);
      expect(Math.abs(heard.loudness - character.loudness)).toBeLessThan(1.5);
      expect(heard.longestSilence).toBeLessThan(1);
      const tempo = estimateTempo(heard.onsets, character.tempo);
      expect(Math.abs(tempo / character.tempo - 1)).toBeLessThan(0.02);
      test.info().annotations.push({
        type: 'figures',
        description: `${character.tempo} wanted, ${tempo.toFixed(1)} heard, peak ${heard.peak.toFixed(2)}, ${Math.round(heard.renderedInMs)} ms`,
      });
    });
  }

  test('is the same each time by its seed, and another by another', async ({ page }) => {
    await openComposer(page);
    const recipe: Recipe = { seed: 21, valence: 0.9, arousal: 0.98 };
    const first = await hear(page, recipe, { opening: true });
    const again = await hear(page, recipe, { opening: true });
    const other = await hear(page, { ...recipe, seed: 22 }, { opening: true });
    expect(again.fingerprint).toBe(first.fingerprint);
    expect(distance(first, other)).toBeGreaterThan(0.2);
  });

  test('is rendered without a complaint in the console, under a strict Content-Security-Policy', async ({
    complaints,
    page,
  }) => {
    await openComposer(page);
    await page.evaluate(() =>
      globalThis.hearRecipe({ seed: 1, valence: 0, arousal: 1 }, { opening: true }),
    );
    expect(complaints.all).toEqual([]);
  });
});

test('the tempo of a piece is found by what is heard, not by what is expected', () => {
  const onsets = Array.from({ length: 12_000 }, (_, index) => (index % 55 === 0 ? 1 : 0));
  const real = 6000 / 55;
  for (const expected of [0.85 * real, real, 1.2 * real]) {
    expect(estimateTempo(onsets, expected) / real).toBeCloseTo(1, 2);
  }
});

/** How different two recordings are by the course of their onsets: 0 for the same, about 1 for others. */
function distance(one: Measurements, other: Measurements): number {
  const length = Math.min(one.onsets.length, other.onsets.length);
  let differences = 0;
  let sizes = 0;
  for (let index = 0; index < length; index += 1) {
    differences += Math.abs((one.onsets[index] ?? 0) - (other.onsets[index] ?? 0));
    sizes += (one.onsets[index] ?? 0) + (other.onsets[index] ?? 0);
  }
  return differences / sizes;
}

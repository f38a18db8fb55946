import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** The levels of WCAG 2.2 AA, and what axe's authors know to be good practice besides. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What depends on colours; all else is the same in the dark. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * Looks at the page as it is with axe, in light and in dark, and expects nothing to be wrong with it.
 *
 * @param state what is looked at, for the message
 */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    // Colours that are on their way from one theme to the other are neither. They are taken to their
    // end, for a browser that paints nothing does not bring them there. A colour that is inherited sets
    // out when the one above has arrived.
    await page.evaluate(() => {
      const inMotion = () =>
        document.getAnimations().filter(({ playState }) => playState === 'running');
      for (let motions = inMotion(); motions.length > 0; motions = inMotion()) {
        motions.forEach((motion) => {
          motion.finish();
        });
      }
    });
    // No frames are looked into, because there are none; else axe would open a page of its own.
    const axe = new AxeBuilder({ page })
      .setLegacyMode(true)
      .options({ resultTypes: ['violations'] });
    const { violations } = await (
      theme === 'light' ? axe.withTags(TAGS) : axe.withRules(COLOUR_RULES)
    ).analyze();
    const found = violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, target }) => `${target.join(' ')} ${html}`).join(' | ')}`,
    );
    expect(found, `${state}, ${theme}`).toEqual([]);
  }
}

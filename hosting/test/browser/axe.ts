import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** The levels of WCAG 2.2 AA, and what axe's authors know to be good practice besides. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const THEMES = ['light', 'dark'] as const;

/**
 * Looks at the page as it is with axe, in light and in dark, and expects nothing to be wrong with it.
 *
 * @param state what is looked at, for the message
 */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    // Colours that are on their way from one theme to the other are neither.
    await page.evaluate(async () => {
      // A colour that is inherited sets out when the one above has arrived.
      while (document.getAnimations().length > 0) {
        await Promise.all(
          document.getAnimations().map(({ finished }) => finished.catch(() => null)),
        );
      }
    });
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    const found = violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, target }) => `${target.join(' ')} ${html}`).join(' | ')}`,
    );
    expect(found, `${state}, ${theme}`).toEqual([]);
  }
}

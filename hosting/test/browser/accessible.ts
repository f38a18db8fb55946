import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Expects that axe finds nothing to say of the page as it is, neither light nor dark. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    // Colours on their way from one theme to the other would be measured otherwise.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const underWay = () => page.evaluate(() => document.getAnimations().length);
    await expect.poll(underWay, { intervals: [250] }).toBe(0);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(({ id, nodes }) => ({
      [`${colorScheme}: ${id}`]: nodes.map(({ html, failureSummary }) => [html, failureSummary]),
    }));
    expect(found).toEqual([]);
  }
}

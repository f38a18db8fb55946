import { expect, test, type Page } from './test';
import { MoodifyPage, TRACKS } from './moodify-page';
import { astronaut } from './photos';

test.use({ serviceWorkers: 'allow' });

/** Waits until the browser has kept the page. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
}

test.describe('the page, once seen', () => {
  test('can be installed', async ({ page }) => {
    await new MoodifyPage(page).open();
    const session = await page.context().newCDPSession(page);
    const { errors } = await session.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    // A test's browser is a private one, where nothing is installed.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  });

  test('opens without a connection, shows the history it has had, and plays originals', async ({
    context,
    page,
  }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await moodify.give(astronaut);
    await expect(moodify.tracks).toHaveCount(TRACKS);
    await kept(page);
    await context.setOffline(true);
    await page.reload();
    await expect(page.getByTestId('offline')).toBeVisible();
    await expect(moodify.history.first()).toContainText('happy');
    await moodify.goTo('history');
    await expect(moodify.history.first()).toContainText('happy');
    await moodify.history.first().click();
    await expect(moodify.tracks).toHaveCount(TRACKS);
    await moodify.tracks.filter({ hasText: 'Moodify' }).first().getByRole('button').first().click();
    await expect(page.locator('.player-bar')).toHaveAttribute('data-status', 'playing');
    await context.setOffline(false);
    await expect(page.getByTestId('offline')).toHaveCount(0);
  });

  test('opens without a connection for who is not signed in', async ({ context, page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.open();
    await kept(page);
    await context.setOffline(true);
    await page.goto('/history');
    await expect(page.getByTestId('offline')).toBeVisible();
    await expect(page.getByTestId('email')).toBeVisible();
    await page.getByTestId('try-anonymous').click();
    await expect(moodify.error).toContainText('Can’t reach');
  });

  test('keeps nothing of a person who has signed out', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await moodify.give(astronaut);
    await expect(moodify.tracks).toHaveCount(TRACKS);
    await moodify.signOut();
    const left = () =>
      page.evaluate(async () => {
        const bases = await indexedDB.databases();
        return bases.map(({ name }) => name).filter((name) => name?.startsWith('firestore/'));
      });
    await expect.poll(left).toEqual([]);
  });
});

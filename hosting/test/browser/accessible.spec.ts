import { expect, test, type Page } from './test';
import { documentsIn, writeAsFunction } from './as-function';
import { expectAccessible } from './axe';
import { MoodifyPage, TRACKS } from './moodify-page';
import { astronaut } from './photos';

const PAGES = ['history', 'insights', 'saved', 'profile'] as const;

/** Waits until the page has what it asked for. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByTestId('page').locator('h1').first()).toBeVisible();
  await expect(page.getByTestId('page').locator('[aria-busy=true]')).toHaveCount(0);
}

test.describe('axe finds nothing wrong with', () => {
  // Each looks at many states, twice.
  test.describe.configure({ timeout: 180_000 });

  test('the way in, its mistakes and its dialogs', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.open();
    await expectAccessible(page, 'landing');
    await page.getByTestId('sign-in').click();
    await expectAccessible(page, 'landing with a mistake');
    await page.getByTestId('email').fill('somebody@example.com');
    await page.getByTestId('reset-password').click();
    await expect(page.getByTestId('account-done')).toBeVisible();
    await expectAccessible(page, 'password reset sent');
  });

  test('what a guest sees', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.enterAsGuest({ agrees: false });
    await expectAccessible(page, 'home of a guest');
    await page.getByTestId('privacy-notice').click();
    await page.getByTestId('retention-open').click();
    await expectAccessible(page, 'consent notice');
    await page.getByTestId('consent-decline').click();
    await page.getByTestId('keep-account').click();
    await expectAccessible(page, 'keep the account');
    await page.keyboard.press('Escape');
    await page.getByTestId('sign-out').click();
    await expectAccessible(page, 'leave and erase');
  });

  test('every page before there is anything on it, and one that is not there', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await expectAccessible(page, 'home');
    for (const name of PAGES) {
      await moodify.goTo(name);
      await settled(page);
      await expectAccessible(page, `${name}, empty`);
    }
    await page.goto('/nowhere');
    await expect(page.getByTestId('not-there')).toBeVisible();
    await expectAccessible(page, 'not there');
  });

  test('a result, the player, and every page with something on it', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await moodify.give(astronaut);
    await expect(moodify.tracks).toHaveCount(TRACKS);
    await expectAccessible(page, 'result');
    await moodify.tracks.first().getByRole('button').first().click();
    await expect(page.getByTestId('player-title')).toBeVisible();
    await expectAccessible(page, 'player');
    for (const name of PAGES) {
      await moodify.goTo(name);
      await settled(page);
      await expectAccessible(page, `${name}, filled`);
    }
  });

  test('no face, a failure, and not being sure', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    const { uid } = await moodify.comeIn();
    await moodify.give(astronaut);
    await expect(moodify.tracks).toHaveCount(TRACKS);
    const [moodId = ''] = await documentsIn(`users/${uid}/moods`);
    const path = `users/${uid}/moods/${moodId}`;
    await writeAsFunction(path, { status: 'unsure' });
    await expect(moodify.status).toHaveAttribute('data-status', 'unsure');
    await expectAccessible(page, 'unsure');
    await writeAsFunction(path, { status: 'no_face' });
    await expect(moodify.status).toHaveAttribute('data-status', 'no_face');
    await expectAccessible(page, 'no face');
    const error = { code: 'not_an_image', message: 'This photo could not be read.' };
    await writeAsFunction(path, { status: 'failed', error });
    await expect(moodify.status).toHaveAttribute('data-status', 'failed');
    await expectAccessible(page, 'failed');
  });

  test('the page without a connection, and in Hindi', async ({ context, page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.open();
    await page.getByTestId('language-hi').click();
    await expect(page.getByTestId('sign-in')).toHaveText('साइन इन करें');
    await expectAccessible(page, 'landing in Hindi');
    await context.setOffline(true);
    await expect(page.getByTestId('offline')).toBeVisible();
    await expectAccessible(page, 'offline');
  });
});

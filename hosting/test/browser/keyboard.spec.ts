import { expect, test, type Page } from './test';
import { withFakeCamera } from './fake-camera';
import { MoodifyPage } from './moodify-page';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test.use({ launchOptions: withFakeCamera(), permissions: ['camera'] });

test.describe('whoever has only a keyboard', () => {
  test('goes on where they were when what they pressed is gone', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.enterAsGuest();
    await page.getByTestId('mood-manual').locator('summary').press('Enter');
    await page.getByTestId('mood-pick-sad').press('Enter');
    await expect(moodify.tracks.first()).toBeVisible();
    await expect(heading(page)).toBeFocused();

    await page.getByTestId('camera-open').press('Enter');
    await expect(page.locator('[data-testid=camera-hint][data-hint=good]')).toBeVisible();
    await page.getByTestId('camera-shutter').press('Enter');
    await page.getByTestId('camera-use').press('Enter');
    await expect(moodify.emotion).toHaveText('happy');
    await expect(heading(page)).toBeFocused();
  });
});

test('in colours of their own, people see what is chosen and how much there is', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const moodify = new MoodifyPage(page);
  await moodify.enterAsGuest();
  const background = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await background('.segments input:checked + .segment')).not.toBe(
    await background('.segments input:not(:checked) + .segment'),
  );
  expect(await background('.app-nav [aria-current=page]')).not.toBe(
    await background('.app-nav a:not([aria-current=page])'),
  );
  await moodify.page.getByTestId('mood-manual').locator('summary').click();
  await page.getByTestId('mood-pick-happy').click();
  await expect(moodify.tracks.first()).toBeVisible();
  expect(
    await page.getByTestId('player-volume').evaluate((slider) => {
      return getComputedStyle(slider).forcedColorAdjust;
    }),
  ).toBe('none');
});

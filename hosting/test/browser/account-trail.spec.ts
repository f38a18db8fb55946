import { expectAccessible } from './axe';
import { MoodifyPage } from './moodify-page';
import { expect, test, type Page } from './test';

const EVENTS = '**/api/v1/security-events';

/** Comes in and opens the disclosure on the profile. */
async function openTrail(page: Page) {
  const moodify = new MoodifyPage(page);
  const person = await moodify.comeIn();
  await moodify.goTo('profile');
  const trail = page.getByTestId('account-trail');
  await trail.locator('summary').click();
  return { moodify, person, trail, events: trail.getByRole('listitem') };
}

test.describe('what happened with an account', () => {
  test('is told on the profile, in both languages, and is up to date when it is opened', async ({
    page,
  }) => {
    const { moodify, trail, events } = await openTrail(page);
    await expect(trail).toContainText('The last 90\u00a0days.');
    await expect(events).toHaveCount(1);
    await expect(events).toContainText('You created your account. Email and password');

    await trail.locator('summary').click();
    await page.getByTestId('consent-withdraw').click();
    await expect(page.getByTestId('consent-state')).toContainText('You haven’t agreed');
    await trail.locator('summary').click();
    await expect(events).toHaveCount(2);
    await expect(events.first()).toContainText('You withdrew your consent');
    await expectAccessible(page, 'what happened with the account');

    await moodify.changeLanguage('hi');
    await expect(events.first()).toContainText('सहमति वापस ली');
    await expect(trail.locator('summary')).toHaveText('आपके खाते के साथ क्या हुआ');
    expect(await trail.innerText()).not.toMatch(/[a-z]{4}/);
  });

  test('fits a small window, however much it is', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    const at = new Date().toISOString();
    const event = { kind: 'sign_in_method_added', method: 'saml.a-rather-long-name.example', at };
    await page.route(EVENTS, (route) =>
      route.fulfill({ json: { events: Array.from({ length: 100 }, () => event) } }),
    );
    const { trail, events } = await openTrail(page);
    await expect(events).toHaveCount(100);
    await expect(trail).toContainText('These are the newest 100.');
    const isWide = () =>
      page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(await isWide()).toBe(false);
  });

  test('may be nothing, or something that the page has no words for', async ({ page }) => {
    const answers = [[], [{ kind: 'moved_to_the_moon', at: '2026-11-30T09:12:44.318Z' }]];
    await page.route(EVENTS, (route) => route.fulfill({ json: { events: answers.shift() } }));
    const { trail, events } = await openTrail(page);
    await expect(trail).toContainText('Nothing in the last 90\u00a0days.');
    await trail.locator('summary').click();
    await trail.locator('summary').click();
    await expect(events).toContainText('Something else happened.');
    await expect(trail).not.toContainText('moon');
  });

  test('that cannot be read is spoken of, and can be asked for again', async ({ page }) => {
    let asked = 0;
    await page.route(EVENTS, async (route) => {
      asked += 1;
      await (asked === 1 ? route.fulfill({ status: 503 }) : route.continue());
    });
    const { trail, events } = await openTrail(page);
    await expect(trail.getByTestId('trail-error')).toContainText('Something went wrong');
    await trail.getByTestId('trail-retry').click();
    await expect(events).toHaveCount(1);
    await expect(trail.getByTestId('trail-error')).toHaveCount(0);
  });

  test('is not told without a connection, and the page says why', async ({ context, page }) => {
    const { trail, events } = await openTrail(page);
    await expect(events).toHaveCount(1);
    await trail.locator('summary').click();
    await context.setOffline(true);
    await trail.locator('summary').click();
    await expect(trail.getByTestId('trail-error')).toContainText('You’re offline');
    await expect(events).toHaveCount(0);
    await context.setOffline(false);
    await trail.getByTestId('trail-retry').click();
    await expect(events).toHaveCount(1);
  });

  test('is shown as text, whatever is in it', async ({ page }) => {
    await page.route(EVENTS, (route) =>
      route.fulfill({
        json: {
          events: [
            {
              kind: 'sign_up',
              method: '<img src=x onerror="document.title=1">',
              at: '2026-11-30T09:12:44.318Z',
            },
          ],
        },
      }),
    );
    const { events } = await openTrail(page);
    await expect(events).toContainText('<img src=x');
    expect(await page.locator('img[src=x]').count()).toBe(0);
  });
});

import { expect, test, type Page } from './test';
import { documentsIn } from './as-function';
import { MoodifyPage } from './moodify-page';
import { personWithPast } from './person-with-past';
import { astronaut } from './photos';

const LISTEN = '**/google.firestore.v1.Firestore/Listen/channel?**';

/**
 * Has Firestore refuse what the page wants to listen to from now on, for the page seems to ask for the
 * documents of somebody else. Returns what ends that.
 */
async function refuseListeners(page: Page, uid: string): Promise<() => Promise<void>> {
  await page.route(LISTEN, async (route) => {
    const asked = route.request().postData();
    await route.continue(asked ? { postData: asked.replaceAll(uid, 'somebody-else') } : {});
  });
  return () => page.unroute(LISTEN);
}

/** Leaves the page, and empties what Firestore keeps in this browser. */
async function forgetDocuments(page: Page): Promise<void> {
  await page.goto('/robots.txt');
  await page.evaluate(async () => {
    for (const { name = '' } of await indexedDB.databases()) {
      if (name.startsWith('firestore')) {
        await new Promise((resolve) => {
          indexedDB.deleteDatabase(name).onsuccess = resolve;
        });
      }
    }
  });
}

test.describe('a listener that is refused', () => {
  for (const name of ['history', 'insights', 'saved'] as const) {
    test(`is reported on the page ${name}, which comes when it is tried again`, async ({
      page,
    }) => {
      const { moodify, uid } = await personWithPast(page, 3);
      const allow = await refuseListeners(page, uid);
      await moodify.goTo(name);
      await expect(moodify.error).toContainText('account isn’t allowed');
      await allow();
      await page.getByRole('button', { name: 'Try again' }).click();
      await expect(moodify.error).toHaveCount(0);
      const content = {
        history: 'history-entry',
        insights: 'insights-empty',
        saved: 'saved-empty',
      };
      await expect(page.getByTestId(content[name]).first()).toBeVisible();
    });
  }

  test('is reported on an entry, which comes when it is tried again', async ({ page }) => {
    const { moodify, uid, entries } = await personWithPast(page, 1);
    const allow = await refuseListeners(page, uid);
    await page.goto(`/history/${entries[0]?.id}`);
    await expect(moodify.error).toContainText('account isn’t allowed');
    await allow();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(moodify.error).toHaveCount(0);
    await expect(moodify.emotion).toBeVisible();
  });

  test('is reported while a photo is read, which is sent again', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    const { uid } = await moodify.comeIn();
    const allow = await refuseListeners(page, uid);
    await moodify.give(astronaut);
    await expect(moodify.error).toContainText('account isn’t allowed');
    await allow();
    await page.getByTestId('retry').click();
    await expect(moodify.error).toHaveCount(0);
    await expect(moodify.emotion).toContainText('happy');
  });

  // What this browser kept of the profile is no answer once the server refuses one.
  for (const [name, kept] of [
    ['nothing', {}],
    ['a profile without consent', { language: 'en' }],
    ['a consent', { consent: { given: true, version: 2n, at: new Date() } }],
  ] as const) {
    test(`of the profile is reported, and it is asked for again with the next photo, where the browser keeps ${name}`, async ({
      page,
    }) => {
      const { moodify, uid, write } = await personWithPast(page, 0);
      if (name === 'nothing') {
        await forgetDocuments(page);
      } else {
        await write({ '': kept });
      }
      const allow = await refuseListeners(page, uid);
      await page.goto('/');
      await expect(page.getByTestId('notice')).toContainText('account isn’t allowed');
      // What leads to other pages is not covered by it.
      await page.getByTestId('nav-history').click({ trial: true });
      await moodify.give(astronaut);
      await expect(moodify.error).toContainText('account isn’t allowed');
      await expect(page.getByTestId('consent-accept')).toBeHidden();
      expect(await documentsIn(`users/${uid}/moods`)).toEqual([]);
      await allow();
      await moodify.give(astronaut);
      if (name !== 'a consent') {
        await page.getByTestId('consent-accept').click();
      }
      await expect(moodify.error).toHaveCount(0);
      await expect(moodify.emotion).toContainText('happy');
    });
  }
});

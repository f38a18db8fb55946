import { expect, test, type Page } from './test';
import { doc, getDoc, getDocs, collection } from 'firebase/firestore';
import { deleteObject, getMetadata, ref, uploadBytes } from 'firebase/storage';
import { expectAccessible } from './axe';
import { directAccess } from './direct-access';
import { MoodifyPage, TRACKS } from './moodify-page';
import { pastEntries } from './past-entries';
import { personWithPast } from './person-with-past';
import { astronaut } from './photos';
import { agreed } from './consent';

const rows = (page: Page) => page.locator('.timeline-entry');

test.describe('the history', () => {
  test('says where to begin while there is nothing in it', async ({ page }) => {
    const { moodify } = await personWithPast(page, 0);
    await moodify.goTo('history');
    await expect(page.getByTestId('history-empty')).toContainText('Your history starts here');
    await expect(page.getByTestId('history-delete-all')).toHaveCount(0);
    await page.getByRole('link', { name: 'Make your first entry' }).click();
    await expect(page.getByTestId('page')).toHaveAttribute('data-page', 'home');
  });

  test('shows entries by day in pages of twenty, and takes the focus along', async ({ page }) => {
    const { moodify } = await personWithPast(page, 45);
    await moodify.goTo('history');
    await expect(moodify.history).toHaveCount(20);
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    const days = page.getByRole('heading', { level: 2 });
    expect(await days.count()).toBeGreaterThan(5);
    const times = await page
      .locator('.timeline time')
      .evaluateAll((all) => all.map((time) => time.getAttribute('datetime') ?? ''));
    expect(times).toEqual([...times].sort().reverse());

    await page.getByTestId('history-more').click();
    await expect(moodify.history).toHaveCount(40);
    await expect(moodify.history.nth(20)).toBeFocused();
    await expect(page.getByTestId('announcer')).toHaveText('20 more entries shown.');
    await page.getByTestId('history-more').click();
    await expect(moodify.history).toHaveCount(45);
    await expect(page.getByTestId('history-more')).toHaveCount(0);
    await expect(page.getByText('45 entries shown')).toBeVisible();
  });

  test('shows a new entry by itself', async ({ page }) => {
    const { moodify, write } = await personWithPast(page, 21);
    await moodify.goTo('history');
    await expect(moodify.history).toHaveCount(20);
    const [fresh] = pastEntries(1, new Date(Date.now() + 60_000));
    await write({ 'moods/fresh0123456789abcdef': fresh?.fields ?? {} });
    await expect(moodify.history.first()).toHaveAttribute('href', '/history/fresh0123456789abcdef');
    // The one that was pushed out of the twenty newest stays where it is.
    await expect(moodify.history).toHaveCount(21);
  });

  test('opens an entry with its music, and plays that again', async ({ page }) => {
    // Music is composed meanwhile, which takes both cores.
    test.slow();
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await moodify.give(astronaut);
    await expect(moodify.tracks).toHaveCount(TRACKS);
    await moodify.goTo('history');
    await page.getByTestId('history-play').click();
    const bar = page.locator('player-bar');
    await expect(bar.getByTestId('player-title')).not.toBeEmpty();
    await expect(page.locator('.player-bar')).not.toHaveAttribute('data-status', 'idle');

    // It stays the day of the entry, also for a test that runs at midnight.
    const time = await moodify.history.first().locator('time').getAttribute('datetime');
    await page.clock.setFixedTime(time ?? '');
    await moodify.history.first().click();
    await expect(page).toHaveURL(/\/history\/[\w-]{20,}$/);
    await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
    await expect(moodify.emotion).toContainText('happy');
    await expect(moodify.tracks).toHaveCount(TRACKS);
    const third = await page.getByTestId('track-title').nth(2).innerText();
    await page.getByTestId('track-play').nth(2).click();
    await expect(bar.getByTestId('player-title')).toHaveText(third);

    await page.reload();
    await expect(moodify.tracks).toHaveCount(TRACKS);
    await page.getByRole('link', { name: 'History' }).last().click();
    await expect(page).toHaveURL(/\/history$/);
    await page.goBack();
    await expect(moodify.tracks).toHaveCount(TRACKS);
  });

  test('gets other music for an entry whose goal is changed', async ({ page }) => {
    const { entries } = await personWithPast(page, 1);
    await page.goto(`/history/${entries[0]?.id ?? ''}`);
    await expect(page.getByTestId('track')).toHaveCount(TRACKS);
    await page.getByTestId('goal-calm').check({ force: true });
    await expect(page.getByRole('heading', { name: 'Music to calm you down' })).toBeVisible();
    await expect(page.getByTestId('track')).toHaveCount(TRACKS);
  });

  test('says of a photo without a face what helps', async ({ page }) => {
    const { moodify, write } = await personWithPast(page, 0);
    const createdAt = new Date();
    const noFace = { status: 'no_face', source: 'photo', faces: 0, createdAt };
    const failed = { status: 'failed', source: 'photo', error: { code: 'x', message: 'y' } };
    await write({
      'moods/noface0123456789abcd': noFace,
      'moods/failed0123456789abcd': { ...failed, createdAt },
    });
    await moodify.goTo('history');
    await expect(rows(page).getByTestId('history-play')).toHaveCount(0);
    await page.getByRole('link', { name: /No face/i }).click();
    await expect(page.locator('.entry-unread')).toContainText('lit from the front');
  });

  test("shows nothing of another person's entry, and nothing of one that never was", async ({
    page,
    browser,
  }) => {
    const other = await browser.newPage();
    const { entries } = await personWithPast(other, 1);
    const otherId = entries[0]?.id ?? '';
    await other.goto(`/history/${otherId}`);
    await expect(other.getByTestId('emotion')).toBeVisible();
    await other.close();

    await personWithPast(page, 0);
    for (const id of [otherId, 'never0123456789abcdef']) {
      await page.goto(`/history/${id}`);
      await expect(page.getByTestId('history-not-there')).toContainText('Entry not found');
      await expect(page.getByTestId('emotion')).toHaveCount(0);
      await expect(page.getByTestId('track')).toHaveCount(0);
    }
    await page.getByRole('link', { name: 'Go to your history' }).click();
    await expect(page).toHaveURL(/\/history$/);
  });

  test('shows markup in titles as text', async ({ page }) => {
    const { entries, write } = await personWithPast(page, 1);
    const [entry] = entries;
    const sly = '<img src=x onerror="document.title = 1"><b>bold</b>';
    await page.goto(`/history/${entry?.id ?? ''}`);
    await expect(page.getByTestId('track')).toHaveCount(TRACKS);
    const { emotion = 'sad', goal = 'match' } = entry?.fields ?? {};
    const affect = { valence: 0, arousal: 0 };
    const track = { id: 'sly-1', source: sly, title: sly, artist: sly, durationSeconds: 1, affect };
    const reasons = [{ code: 'tagged', value: sly }];
    await write({
      [`playlists/${entry?.id ?? ''}`]: { emotion, goal, tracks: [{ ...track, reasons }] },
    });
    await expect(page.getByTestId('track')).toHaveCount(1);
    await expect(page.getByTestId('track-title')).toHaveText(sly);
    await expect(page.getByTestId('track-artist')).toHaveText(sly);
    await expect(page.locator('main b, main img')).toHaveCount(0);
  });

  test('is in Hindi with its dates, if the person is', async ({ page }) => {
    await personWithPast(page, 9);
    await chooseHindi(page);
    await page.goto('/history');
    await expect(rows(page)).toHaveCount(9);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('इतिहास');
    const headings = await page.getByRole('heading', { level: 2 }).allInnerTexts();
    expect(headings.filter((words) => !/\p{Script=Devanagari}/u.test(words))).toEqual([]);
    expect(headings.join(' ')).toMatch(/वार/u);
  });
});

/** As the settings of the profile do. */
async function chooseHindi(page: Page): Promise<void> {
  await page.evaluate(() => {
    localStorage.setItem('moodify.language', 'hi');
  });
}

test('kept photos are shown, in the row and in the entry, as long as they are there', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const store = window as unknown as { shifted: number };
    store.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[]) {
        store.shifted += entry.hadRecentInput ? 0 : entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const { moodify, credentials, uid, write } = await personWithPast(page, 1);
  const { storage, close } = await directAccess(credentials);
  await write({ '': { ...agreed(), keepPhotos: true } });
  const moodId = 'kept0123456789abcdefg';
  await uploadBytes(ref(storage, `photos/${uid}/${moodId}`), astronaut.buffer, {
    contentType: 'image/jpeg',
  });
  const entry = page.locator(`a[href="/history/${moodId}"]`);
  await moodify.goTo('history');
  await expect(entry.getByRole('img', { name: /^Your photo, / })).toBeVisible();
  // An entry whose photo is gone has none.
  await expect(page.getByTestId('kept-photo')).toHaveCount(1);
  expect(
    await page.evaluate(() => (window as unknown as { shifted: number }).shifted),
  ).toBeLessThan(0.02);

  await entry.click();
  const photo = page.getByRole('img', { name: /^Your photo, / });
  await expect(photo).toBeVisible();
  expect(await photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(
    100,
  );
  expect((await photo.boundingBox())?.width).toBeGreaterThan(200);

  await deleteObject(ref(storage, `kept/${uid}/${moodId}`));
  await page.reload();
  await expect(moodify.emotion).toBeVisible();
  await expect(page.getByTestId('kept-photo')).toHaveCount(0);
  await expect(moodify.error).toHaveCount(0);
  await close();
});

test.describe('deleting', () => {
  test('one entry can be taken back, else it goes from the list and from Firestore', async ({
    page,
  }) => {
    const { moodify, credentials, uid, entries } = await personWithPast(page, 3);
    const { firestore, close } = await directAccess(credentials);
    const second = doc(firestore, `users/${uid}/moods/${entries[1]?.id ?? ''}`);
    const isThere = async () => (await getDoc(second)).exists();
    await moodify.goTo('history');
    await expect(moodify.history).toHaveCount(3);

    await page.getByTestId('history-delete').nth(1).focus();
    await page.keyboard.press('Enter');
    await expect(moodify.history).toHaveCount(2);
    await expect(page.getByTestId('notice')).toHaveText('Entry deleted.');
    await expect(moodify.history.nth(1)).toBeFocused();
    // It stays for as long as one looks at it.
    await page.getByTestId('undo').focus();
    await expectAccessible(page, 'something that can be taken back');
    await page.keyboard.press('Enter');
    await expect(moodify.history).toHaveCount(3);
    await expect(moodify.history.nth(1)).toBeFocused();
    await expect(page.getByTestId('announcer')).toHaveText('The entry is back.');
    await expect(page.getByTestId('notice')).toHaveCount(0);
    expect(await isThere()).toBe(true);

    await page.getByTestId('history-delete').nth(1).click();
    await expect(moodify.history).toHaveCount(2);
    await expect(moodify.history.nth(1)).toBeFocused();
    expect(await isThere()).toBe(true);
    await page.getByTestId('undo').hover();
    await page.getByRole('button', { name: 'Close' }).click();
    await expect.poll(isThere).toBe(false);
    await moodify.goTo('home');
    await expect(moodify.history).toHaveCount(2);
    await moodify.goTo('history');
    await expect(moodify.history).toHaveCount(2);
    await close();
  });

  for (const [name, leave] of [
    ['a reload', (moodify: MoodifyPage) => moodify.page.reload()],
    ['signing out', (moodify: MoodifyPage) => moodify.signOut()],
  ] as const) {
    test(`one entry is done for good by ${name}`, async ({ page }) => {
      const { moodify, credentials, uid, entries } = await personWithPast(page, 2);
      const { firestore, close } = await directAccess(credentials);
      await moodify.goTo('history');
      await expect(moodify.history).toHaveCount(2);
      await page.getByTestId('history-delete').first().click();
      await leave(moodify);
      const gone = doc(firestore, `users/${uid}/moods/${entries[0]?.id ?? ''}`);
      await expect.poll(async () => (await getDoc(gone)).exists()).toBe(false);
      await close();
    });
  }

  test('an entry takes its kept photo along', async ({ page }) => {
    const { moodify, credentials, uid, write } = await personWithPast(page, 0);
    const { storage, close } = await directAccess(credentials);
    await write({ '': { ...agreed(), keepPhotos: true } });
    const upload = ref(storage, `photos/${uid}/kept0123456789abcdefg`);
    await uploadBytes(upload, astronaut.buffer, { contentType: 'image/jpeg' });
    const photo = ref(storage, `kept/${uid}/kept0123456789abcdefg`);
    await moodify.goTo('history');
    await expect(page.getByTestId('history-play')).toHaveCount(1);
    expect((await getMetadata(photo)).size).toBe(astronaut.buffer.length);
    await moodify.history.first().click();
    await page.getByTestId('history-delete').click();
    await expect(page).toHaveURL(/\/history$/);
    await expect(page.getByTestId('history-empty')).toBeVisible();
    expect((await getMetadata(photo)).size).toBe(astronaut.buffer.length);
    await page.getByRole('button', { name: 'Close' }).click();
    await expect
      .poll(() =>
        getMetadata(photo).then(
          () => 'there',
          (error: unknown) => (error as { code: string }).code,
        ),
      )
      .toBe('storage/object-not-found');
    await close();
  });

  test('all entries asks with their number, says how far it is, and leaves none', async ({
    page,
  }) => {
    const { moodify, credentials, uid } = await personWithPast(page, 130);
    const { firestore, close } = await directAccess(credentials);
    await moodify.goTo('history');
    await expect(moodify.history).toHaveCount(20);
    await page.getByTestId('history-delete-all').click();
    await expect(page.getByRole('alertdialog')).toContainText('Delete all 130 entries?');
    await page.getByTestId('cancel').click();
    await expect(moodify.history).toHaveCount(20);

    await page.getByTestId('history-delete-all').click();
    await page.getByTestId('confirm').click();
    await expect(page.getByTestId('history-empty')).toBeVisible();
    await expect(page.getByTestId('announcer')).toHaveText('All entries deleted.');
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    expect((await getDocs(collection(firestore, `users/${uid}/moods`))).size).toBe(0);
    await close();
  });

  test('offline is not begun, and says why', async ({ page, context }) => {
    const { moodify } = await personWithPast(page, 2);
    await moodify.goTo('history');
    await expect(moodify.history).toHaveCount(2);
    await context.setOffline(true);
    await page.getByTestId('history-delete').first().click();
    await expect(moodify.history).toHaveCount(2);
    await context.setOffline(false);
  });
});

test('the history, an entry and the questions are for everyone, light and dark', async ({
  page,
}) => {
  test.slow();
  const { moodify, write } = await personWithPast(page, 0);
  await moodify.goTo('history');
  await expect(page.getByTestId('history-empty')).toBeVisible();
  await expectAccessible(page, 'history, empty');

  const past = pastEntries(24, new Date());
  await write(Object.fromEntries(past.map(({ id, fields }) => [`moods/${id}`, fields])));
  await expect(page.getByTestId('history-more')).toBeVisible();
  await expectAccessible(page, 'history, filled');
  await page.getByTestId('history-delete-all').click();
  await expectAccessible(page, 'a question');
  await page.getByTestId('cancel').click();

  await moodify.history.first().click();
  await expect(moodify.tracks).toHaveCount(TRACKS);
  await expectAccessible(page, 'an entry');
  await page.goto('/history/never0123456789abcdef');
  await expect(page.getByTestId('history-not-there')).toBeVisible();
  await expectAccessible(page, 'an entry that is not there');
});

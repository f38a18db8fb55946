import { expect, test, type Page } from './test';
import { documentsIn, writeAsFunction } from './as-function';
import { TRACKS } from './moodify-page';
import { catalogueTrack, ENTRY, heard, status, withTracks } from './fake-tracks';

const OTHER = 'otherEntry0123456789';

const title = (page: Page) => page.getByTestId('player-title');
const names = (prefix: string) => ['1', '2', '3'].map((each) => `${prefix}-${each}`);
const tracksOf = (prefix: string) => names(prefix).map((id) => catalogueTrack(id));
const queue = (page: Page) => page.getByTestId('queue-track').locator('strong');

/** Has somebody listen to the first of three happy tracks. */
async function listening(page: Page) {
  const person = await withTracks(page, tracksOf('happy'));
  await page.getByTestId('play-all').click();
  await expect(status(page)).toHaveAttribute('data-status', 'playing');
  await heard(page, 1);
  return person;
}

/** Has the person pick a mood, whose music is angry. */
async function pickAngry(page: Page) {
  await page.getByTestId('mood-manual').locator('summary').click();
  await page.getByTestId('mood-pick-angry').click();
  await expect(page.getByTestId('track')).toHaveCount(TRACKS);
}

test.describe('a second mood', () => {
  test('takes the player over; next stays with it, and undo goes back', async ({ page }) => {
    await listening(page);
    await pickAngry(page);
    const first = await page.getByTestId('track-title').first().innerText();
    const second = await page.getByTestId('track-title').nth(1).innerText();
    await expect(title(page)).toHaveText(first);
    await expect(page.getByTestId('player-note')).toHaveText('Playing music for your new mood.');
    await page.getByTestId('player-next').click();
    await expect(title(page)).toHaveText(second);
    await page.getByTestId('player-note-undo').click();
    await expect(title(page)).toHaveText('Title of happy-1');
    await expect(status(page)).toHaveAttribute('data-status', 'playing');
  });

  test('waits for the word of whoever wants to be asked', async ({ page }) => {
    const { uid } = await listening(page);
    await writeAsFunction(`users/${uid}`, { newMusic: 'ask' });
    await pickAngry(page);
    await expect(page.getByTestId('player-note')).toHaveText('Music for your new mood is ready.');
    await expect(title(page)).toHaveText('Title of happy-1');
    await expect(page.getByTestId('play-all')).toHaveText('Play this now');
    await page.getByTestId('player-note-play').click();
    await expect(title(page)).toHaveText(await page.getByTestId('track-title').first().innerText());
  });

  test('is not what an older entry is, whose list waits to be played', async ({ page }) => {
    const { uid } = await listening(page);
    await writeAsFunction(`users/${uid}/moods/${OTHER}`, {
      source: 'manual',
      status: 'ready',
      emotion: 'sad',
      createdAt: new Date(Date.now() - 3_600_000),
    });
    // The functions choose music for it, which gives way.
    await expect.poll(() => documentsIn(`users/${uid}/playlists`)).toContain(OTHER);
    await writeAsFunction(`users/${uid}/playlists/${OTHER}`, {
      goal: 'match',
      emotion: 'sad',
      unavailable: [],
      tracks: tracksOf('sad'),
    });
    await page.getByTestId('nav-history').click();
    await page.locator(`a[href="/history/${OTHER}"]`).click();
    await expect(page.getByTestId('track-title').first()).toHaveText('Title of sad-1');
    await expect(title(page)).toHaveText('Title of happy-1');
    await page.getByTestId('play-all').click();
    await expect(title(page)).toHaveText('Title of sad-1');
    await expect(page.getByTestId('play-all')).toHaveText('Pause');
    await page.getByTestId('play-all').click();
    await expect(status(page)).toHaveAttribute('data-status', 'paused');
  });
});

test.describe('a row', () => {
  test('plays wherever it is clicked, pauses what plays, and says which it is', async ({
    page,
  }) => {
    await withTracks(page, tracksOf('happy'));
    const row = page.getByTestId('track').nth(1);
    await row.locator('.duration').click();
    await expect(title(page)).toHaveText('Title of happy-2');
    await expect(row).toHaveAttribute('aria-current', 'true');
    await expect(row).toContainText('Now playing');
    await page.getByRole('button', { name: 'Pause Title of happy-2' }).click();
    await expect(status(page)).toHaveAttribute('data-status', 'paused');
  });

  test('is liked, and put next or last into the queue', async ({ page }) => {
    await withTracks(page, tracksOf('happy'));
    await page.getByTestId('track-play').first().click();
    await expect(status(page)).toHaveAttribute('data-status', 'playing');
    const row = page.getByTestId('track').nth(2);
    await row.getByTestId('track-like').click();
    await expect(row.getByTestId('track-like')).toHaveAttribute('aria-pressed', 'true');
    await row.getByTestId('track-more').click();
    await row.getByTestId('track-add-next').click();
    await page.getByTestId('player-queue').click();
    await expect(queue(page)).toHaveText(['Title of happy-3', 'Title of happy-2']);
  });
});

test.describe('the queue', () => {
  test('is put into another order with the keys and by dragging', async ({ page }) => {
    await withTracks(page, [...tracksOf('happy'), catalogueTrack('happy-4')]);
    await page.getByTestId('player-play').click();
    await page.getByTestId('player-queue').click();
    const handle = page.getByTestId('queue-move');
    await handle.first().focus();
    await page.keyboard.press('ArrowDown');
    await expect(queue(page)).toHaveText(['3', '2', '4'].map((each) => `Title of happy-${each}`));
    await expect(handle.nth(1)).toBeFocused();

    const from = await handle.nth(2).boundingBox();
    const to = await handle.nth(0).boundingBox();
    if (!from || !to) {
      throw new Error('A handle is not shown');
    }
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
    await page.mouse.up();
    await expect(queue(page)).toHaveText(['4', '3', '2'].map((each) => `Title of happy-${each}`));
  });
});

test('a track that is disliked is taken off at once, and comes back by undo', async ({ page }) => {
  await listening(page);
  await page.getByTestId('dislike').click();
  await expect(title(page)).toHaveText('Title of happy-2');
  await expect(page.getByTestId('player-note')).toHaveText('“Title of happy-1” won’t play again.');
  await page.getByTestId('player-note-undo').click();
  await expect(title(page)).toHaveText('Title of happy-1');
  await expect(page.getByTestId('dislike')).toHaveAttribute('aria-pressed', 'false');
});

test('a reload keeps the queue and the place, paused', async ({ page }) => {
  await listening(page);
  await page.getByTestId('player-seek').fill('60');
  await heard(page, 60);
  await page.reload();
  await expect(title(page)).toHaveText('Title of happy-1');
  await expect(status(page)).toHaveAttribute('data-status', 'paused');
  await expect(page.getByTestId('player-time')).toHaveText(/^1:0/);
  await page.getByTestId('player-play').click();
  await heard(page, 61);
});

test('the window is named after what plays, and else after the page', async ({ page }) => {
  await listening(page);
  await expect(page).toHaveTitle('Title of happy-1 · Fixture Band · Moodify');
  await page.getByTestId('player-play').click();
  await expect(page).toHaveTitle(/^Home/);
});

test('an entry that is opened anew has its music ready', async ({ page }) => {
  await withTracks(page, tracksOf('happy'));
  await page.evaluate(() => {
    sessionStorage.clear();
  });
  await page.goto(`/history/${ENTRY}`);
  await expect(title(page)).toHaveText('Title of happy-1');
});

import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from './test';
import { expectAccessible } from './axe';
import { MoodifyPage, TRACKS } from './moodify-page';
import { ORIGINAL, savedPlaylist, SONG } from './past-entries';
import { personWithPast } from './person-with-past';

const names = (page: Page) => page.getByTestId('saved-name');

/** Someone with two saved playlists, one of them with a sly name. */
async function withSaved(page: Page, name = 'Rainy Sunday') {
  const person = await personWithPast(page, 0);
  const now = Date.now();
  await person.write({
    'savedPlaylists/newer0123456789abcdef': savedPlaylist(name, new Date(now)),
    'savedPlaylists/older0123456789abcdef': savedPlaylist('Focus', new Date(now - 86_400_000)),
  });
  await person.moodify.goTo('saved');
  await expect(names(page)).toHaveText([name, 'Focus']);
  return person;
}

async function exported(page: Page, format: 'm3u' | 'json') {
  const download = page.waitForEvent('download');
  await page.getByTestId(`export-${format}`).first().click();
  const file = await download;
  return { name: file.suggestedFilename(), content: await readFile(await file.path(), 'utf8') };
}

test.describe('saved playlists', () => {
  test('say how to come by one while there is none', async ({ page }) => {
    const { moodify } = await personWithPast(page, 0);
    await moodify.goTo('saved');
    await expect(page.getByTestId('saved-empty')).toContainText('No saved playlists yet');
    await page.getByRole('link', { name: 'Go to your history' }).click();
    await expect(page.getByTestId('page')).toHaveAttribute('data-page', 'history');
  });

  test('are kept from an entry under a name, markup in it shown as text', async ({ page }) => {
    const { entries } = await personWithPast(page, 1);
    const sly = '<img src=x onerror="alert(1)"> शाम';
    await page.goto(`/history/${entries[0]?.id ?? ''}`);
    await expect(page.getByTestId('track')).toHaveCount(TRACKS);
    await page.getByTestId('save-playlist').click();
    const field = page.getByTestId('save-name');
    await expect(field).toBeFocused();
    await expect(field).not.toHaveValue('');

    await field.fill('   ');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Enter a name.')).toBeVisible();
    await expect(field).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('save-playlist')).toBeFocused();

    await page.getByTestId('save-playlist').click();
    await field.fill(`  ${sly} `);
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('announcer')).toHaveText(`“${sly}” saved.`);
    await page.getByTestId('save-done').getByRole('link').click();
    await expect(names(page)).toHaveText([sly]);
    await expect(page.locator('main img')).toHaveCount(0);
    await page.getByTestId('saved-tracks').click();
    await expect(page.getByTestId('track-title')).toHaveCount(TRACKS);
    await page.reload();
    await expect(names(page)).toHaveText([sly]);
  });

  test('say that a name is too long instead of cutting it', async ({ page }) => {
    await withSaved(page);
    await page.getByTestId('saved-rename').first().click();
    const field = page.getByTestId('saved-name-input');
    await field.fill('x'.repeat(101));
    await expect(page.getByText('100 characters at most')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(field).toHaveValue('x'.repeat(101));
    await field.fill('x'.repeat(100));
    await expect(page.getByText('100 characters at most')).toHaveCount(0);
    await page.keyboard.press('Enter');
    await expect(names(page)).toHaveText(['x'.repeat(100), 'Focus']);
  });

  test('are renamed, with the keyboard alone', async ({ page }) => {
    await withSaved(page);
    await page.getByTestId('saved-rename').first().focus();
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('saved-name-input')).toBeFocused();
    await page.keyboard.type('Snow');
    await page.keyboard.press('Enter');
    await expect(names(page)).toHaveText(['Snow', 'Focus']);
    await expect(page.getByTestId('announcer')).toHaveText('The playlist is now called “Snow”.');
    await expect(page.getByTestId('saved-rename').first()).toBeFocused();
    await page.reload();
    await expect(names(page)).toHaveText(['Snow', 'Focus']);
  });

  test('are deleted after a question', async ({ page }) => {
    await withSaved(page);
    await page.getByTestId('saved-delete').first().click();
    await expect(page.getByRole('alertdialog')).toContainText(
      '“Rainy Sunday” will be permanently deleted',
    );
    await page.getByTestId('cancel').click();
    await expect(names(page)).toHaveCount(2);
    await page.getByTestId('saved-delete').first().click();
    await page.getByTestId('confirm').click();
    await expect(names(page)).toHaveText(['Focus']);
    await expect(page.getByTestId('announcer')).toHaveText('“Rainy Sunday” deleted.');
    await expect(page.getByTestId('saved-play')).toBeFocused();
    await page.reload();
    await expect(names(page)).toHaveText(['Focus']);
  });

  test('are played from the first track or from another one', async ({ page }) => {
    await withSaved(page);
    await page.getByTestId('saved-tracks').first().click();
    await page.getByRole('button', { name: 'Play Golden Parade' }).first().click();
    await expect(page.getByTestId('player-title')).toHaveText('Golden Parade');
    await expect(page.locator('.track[aria-current=true]').first()).toContainText('Golden Parade');
  });

  test('are played from a row, wherever it is pressed but on a link', async ({ page }) => {
    await withSaved(page);
    await page.getByTestId('saved-tracks').first().click();
    const row = page.locator('track-list .track', { hasText: 'Golden Parade' }).first();
    await row.click({ position: { x: 120, y: 12 } });
    await expect(page.getByTestId('player-title')).toHaveText('Golden Parade');
  });

  test('come in pages of twenty', async ({ page }) => {
    const { moodify, write } = await personWithPast(page, 0);
    const many = Array.from({ length: 23 }, (_, index) => [
      `savedPlaylists/many${String(index).padStart(2, '0')}0123456789abcd`,
      savedPlaylist(`Number ${index}`, new Date(Date.now() - index * 60_000)),
    ]);
    await write(Object.fromEntries(many) as Parameters<typeof write>[0]);
    await moodify.goTo('saved');
    await expect(names(page)).toHaveCount(20);
    await page.getByTestId('saved-more').click();
    await expect(names(page)).toHaveCount(23);
    await expect(page.getByTestId('saved-play').nth(20)).toBeFocused();
    await expect(page.getByTestId('saved-more')).toHaveCount(0);
  });

  test('are exported as M3U, originals as a comment, under a safe name', async ({ page }) => {
    await withSaved(page, '../../Rain: "शाम"\u202e');
    await page.getByTestId('saved-tracks').first().click();
    await expect(page.getByTestId('export-note').first()).toContainText(
      'Other players can’t play it',
    );
    const { name, content } = await exported(page, 'm3u');
    expect(name).toBe('Rain- -शाम-.m3u');
    expect(content.split('\r\n')).toEqual([
      '#EXTM3U',
      '#EXTENC:UTF-8',
      '#PLAYLIST:../../Rain: "शाम"\u202e',
      '#EXTINF:182,अनन्या & the Umbrellas - Walking in the Rain',
      'https://audio.example/1.mp3?a=b',
      '# Golden Parade: composed by Moodify in the browser, so other players can’t play it',
      '',
    ]);
    await expect(page.getByTestId('announcer')).toContainText('Downloading');
  });

  test('are exported as JSON that other programs read', async ({ page }) => {
    await withSaved(page);
    await page.getByTestId('saved-tracks').first().click();
    const { name, content } = await exported(page, 'json');
    expect(name).toBe('Rainy Sunday.json');
    const { playlist } = JSON.parse(content) as { playlist: Record<string, unknown> };
    expect(playlist.title).toBe('Rainy Sunday');
    expect(playlist.track).toMatchObject([
      { title: SONG.title, location: ['https://audio.example/1.mp3?a=b'], duration: 181_600 },
      { title: ORIGINAL.title, creator: 'Moodify' },
    ]);
  });

  test('are for everyone, light and dark, and in Hindi', async ({ page }) => {
    test.slow();
    await withSaved(page);
    await page.getByTestId('saved-tracks').first().click();
    await page.getByTestId('saved-rename').nth(1).click();
    await expectAccessible(page, 'saved, renaming, tracks open');
    await page.evaluate(() => {
      localStorage.setItem('moodify.language', 'hi');
    });
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('सहेजी गई प्लेलिस्ट');
    await expect(names(page)).toHaveCount(2);
    await expectAccessible(page, 'saved, in Hindi');
  });
});

test('a playlist cannot be saved or renamed twice by a second click', async ({ page }) => {
  const moodify = new MoodifyPage(page);
  const { entries } = await personWithPast(page, 1);
  await page.goto(`/history/${entries[0]?.id ?? ''}`);
  await expect(moodify.tracks).toHaveCount(TRACKS);
  await page.getByTestId('save-playlist').click();
  await page.getByTestId('save-confirm').evaluate((button: HTMLButtonElement) => {
    button.click();
    button.click();
  });
  await expect(page.getByTestId('save-done')).toBeVisible();
  await moodify.goTo('saved');
  await expect(names(page)).toHaveCount(1);
});

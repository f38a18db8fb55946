import { expect, test } from './test';
import { writeAsFunction } from './as-function';
import { watchSpeakers } from './speakers';
import {
  AUDIO,
  ENTRY,
  ORIGINAL,
  catalogueTrack,
  heard,
  holdAtStart,
  short,
  status,
  withTracks,
} from './fake-tracks';

/** Longer than anyone notices; on a quiet machine it is below nothing, for the tracks overlap. */
const MAX_GAP_MS = 50;

test.describe('the player', () => {
  test('composes and plays a Moodify original', async ({ page }) => {
    test.setTimeout(600_000);
    await withTracks(page, [ORIGINAL]);
    await expect(page.getByTestId('player-title')).toHaveText('Golden Parade');
    await page.getByTestId('player-play').click();
    await expect(status(page)).toHaveAttribute('data-status', 'playing', { timeout: 200_000 });
    await heard(page, 2);
    await expect(page.getByTestId('player-length')).toHaveText(/^2:/);
    // It is heard while most of it is still to be composed, and goes on into what comes.
    await heard(page, 10);
    await page.getByTestId('player-play').click();
    await expect(status(page)).toHaveAttribute('data-status', 'paused');
  });

  test('composes an original as a whole where the browser cannot play what is still being made', async ({
    page,
  }) => {
    test.setTimeout(600_000);
    await page.addInitScript(() => {
      Reflect.deleteProperty(window, 'MediaSource');
    });
    await withTracks(page, [ORIGINAL]);
    const kind = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const address = URL.createObjectURL.bind(URL);
          URL.createObjectURL = (made: Blob) => {
            if (made.type.startsWith('audio/')) {
              resolve(made.type);
            }
            return address(made);
          };
        }),
    );
    await page.getByTestId('player-play').click();
    await expect(status(page)).toHaveAttribute('data-status', 'playing', { timeout: 200_000 });
    expect(await kind).toBe('audio/wav');
    await heard(page, 1);
  });

  test("plays a catalogue's track, and says whose it is and on what terms", async ({ page }) => {
    await withTracks(page, [catalogueTrack('jamendo-1'), catalogueTrack('jamendo-2')]);
    const row = page.getByTestId('track').first();
    await expect(row.getByRole('link', { name: 'Fixture Band' })).toHaveAttribute(
      'href',
      'https://www.jamendo.com/artist/7001',
    );
    await expect(row.getByRole('link', { name: 'Music by Jamendo' })).toHaveAttribute(
      'href',
      'https://www.jamendo.com/track/jamendo-1',
    );
    await expect(row.getByRole('link', { name: 'CC BY-NC-SA 3.0' })).toHaveAttribute(
      'href',
      'https://creativecommons.org/licenses/by-nc-sa/3.0/',
    );
    await expect(row.getByTestId('track-reasons').getByRole('listitem')).toHaveText([
      'Tagged “<i>groovy</i>”',
      'Something new',
    ]);
    await row.getByTestId('track-play').click();
    await expect(status(page)).toHaveAttribute('data-status', 'playing');
    await page.getByTestId('player-next').click();
    await expect(page.getByTestId('player-title')).toHaveText('Title of jamendo-2');
    await holdAtStart(page);
    await page.getByTestId('player-previous').click();
    await expect(page.getByTestId('player-title')).toHaveText('Title of jamendo-1');
  });

  test('leaves out a dead track with a note', async ({ page }) => {
    await withTracks(page, [catalogueTrack('dead'), catalogueTrack('jamendo-2')]);
    await page.getByTestId('player-play').click();
    await expect(page.getByTestId('player-title')).toHaveText('Title of jamendo-2');
    await expect(status(page)).toHaveAttribute('data-status', 'playing');
    await expect(page.getByTestId('player-note')).toContainText('“Title of dead” can’t be played');
  });

  test('does not follow an address that is a script', async ({ page }) => {
    const script = 'javascript:document.title=1';
    const links = {
      audio: { url: `${AUDIO}x.wav`, kind: 'direct' },
      page: script,
      artistPage: script,
    };
    await withTracks(page, [catalogueTrack('jamendo-1', { links })]);
    await expect(page.getByTestId('track').getByRole('link')).toHaveCount(0);
  });

  test('says which catalogue could not be asked', async ({ page }) => {
    const person = await withTracks(page, [catalogueTrack('jamendo-1')]);
    await writeAsFunction(`users/${person.uid}/playlists/${ENTRY}`, { unavailable: ['Audius'] });
    await expect(page.getByTestId('unavailable')).toContainText('We can’t reach Audius');
  });
});

test('one track follows the other without a gap', async ({ page }) => {
  const speakers = await watchSpeakers(page);
  await withTracks(page, [
    catalogueTrack('jamendo-1', { links: short(6), durationSeconds: 6 }),
    catalogueTrack('jamendo-2', { links: short(7), durationSeconds: 7 }),
    catalogueTrack('jamendo-3'),
  ]);
  await page.getByTestId('player-play').click();
  await expect(page.getByTestId('player-title')).toHaveText('Title of jamendo-3');
  await expect(status(page)).toHaveAttribute('data-status', 'playing');
  // The next one is to be heard when the one before it ends, and not after a pause.
  const gaps = await speakers.gaps();
  expect(gaps).toHaveLength(2);
  expect(Math.max(...gaps)).toBeLessThanOrEqual(MAX_GAP_MS);
});

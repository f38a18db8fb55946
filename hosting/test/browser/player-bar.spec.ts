import { expect, test } from './test';
import { expectAccessible } from './axe';
import { MoodifyPage } from './moodify-page';
import { astronaut } from './photos';
import {
  AUDIO,
  ENTRY,
  TRACK_SECONDS,
  catalogueTrack,
  heard,
  holdAtStart,
  position,
  status,
  three,
  title,
  withTracks,
} from './fake-tracks';
import { toneFile } from './tone-file';

test.describe('the bar', () => {
  test('goes on playing from page to page', async ({ page }) => {
    await withTracks(page, three);
    await page.getByTestId('player-play').click();
    await heard(page, 1);
    const before = await position(page);
    await page.getByTestId('nav-profile').click();
    await expect(page.getByTestId('display-name')).toBeVisible();
    await expect(status(page)).toHaveAttribute('data-status', 'playing');
    await heard(page, before + 2);
    await page.goBack();
    await expect(page.getByTestId('page')).toHaveAttribute('data-page', 'home');
    await expect(title(page)).toHaveText('Title of jamendo-1');
    await expect(status(page)).toHaveAttribute('data-status', 'playing');
  });

  test('plays in one window at a time', async ({ context, page }) => {
    await withTracks(page, three);
    await page.getByTestId('player-play').click();
    await expect(status(page)).toHaveAttribute('data-status', 'playing');
    const second = await context.newPage();
    await second.route(`${AUDIO}**`, (route) =>
      route.fulfill({ contentType: 'audio/wav', body: toneFile(TRACK_SECONDS) }),
    );
    await second.goto(`/history/${ENTRY}`);
    await second.getByTestId('track-play').first().click();
    await expect(status(second)).toHaveAttribute('data-status', 'playing');
    await expect(status(page)).toHaveAttribute('data-status', 'paused');
    await page.getByTestId('player-play').click();
    await expect(status(page)).toHaveAttribute('data-status', 'playing');
    await expect(status(second)).toHaveAttribute('data-status', 'paused');
  });

  test('goes to any place of a track, by hand and by keyboard', async ({ page }) => {
    await withTracks(page, three);
    await page.getByTestId('player-play').click();
    await expect(status(page)).toHaveAttribute('data-status', 'playing');
    const seek = page.getByTestId('player-seek');
    await seek.fill('120');
    await heard(page, 120);
    await page.getByTestId('player-play').click();
    await expect(status(page)).toHaveAttribute('data-status', 'paused');
    await seek.fill('12');
    await expect.poll(() => position(page)).toBe(12);
    await seek.press('ArrowLeft');
    await expect.poll(() => position(page)).toBe(7);
    await expect(seek).toHaveAttribute('aria-valuetext', /of 5:00$/);
  });

  test('shows what comes next, which can be played or taken out', async ({ page }) => {
    await withTracks(page, three);
    await page.getByTestId('player-play').click();
    await page.getByTestId('player-queue').click();
    const next = page.getByTestId('queue-track');
    await expect(next).toHaveCount(2);
    await next.first().getByTestId('queue-remove').click();
    await expect(next).toHaveCount(1);
    await expect(next.getByTestId('queue-remove')).toBeFocused();
    await next.getByRole('button', { name: /^Title of jamendo-3/ }).click();
    await expect(title(page)).toHaveText('Title of jamendo-3');
    await expect(page.getByTestId('player-panel')).toContainText('This is the last track.');
    await page.getByTestId('player-panel').press('Escape');
    await expect(page.getByTestId('player-panel')).toBeHidden();
    await expect(page.getByTestId('player-queue')).toBeFocused();
  });

  test('shuffles, and repeats all tracks or one', async ({ page }) => {
    await withTracks(page, three);
    await page.getByTestId('player-play').click();
    await page.getByTestId('player-shuffle').click();
    await expect(page.getByTestId('player-shuffle')).toHaveAttribute('aria-pressed', 'true');
    await expect(title(page)).toHaveText('Title of jamendo-1');
    await page.getByTestId('player-shuffle').click();
    const repeat = page.getByTestId('player-repeat');
    await repeat.click();
    await expect(repeat).toHaveAccessibleName('Repeat: all tracks');
    await holdAtStart(page);
    await page.getByTestId('player-previous').click();
    await expect(title(page)).toHaveText('Title of jamendo-3');
    await repeat.click();
    await expect(repeat).toHaveAccessibleName('Repeat: this track');
    await expect(status(page)).toHaveAttribute('data-status', 'playing');
    await holdAtStart(page);
    await page.getByTestId('player-seek').fill(String(TRACK_SECONDS - 1));
    await expect.poll(() => position(page)).toBe(TRACK_SECONDS - 1);
    await page.getByTestId('player-play').click();
    await expect.poll(() => position(page)).toBeLessThan(TRACK_SECONDS / 2);
    await expect(title(page)).toHaveText('Title of jamendo-3');
  });

  test('remembers how loud it was', async ({ page }) => {
    await withTracks(page, three);
    await page.getByTestId('player-volume').fill('0.4');
    await page.getByTestId('player-mute').click();
    await expect(page.getByTestId('player-mute')).toHaveAttribute('aria-pressed', 'true');
    await page.reload();
    await new MoodifyPage(page).give(astronaut);
    await expect(page.getByTestId('player-mute')).toHaveAttribute('aria-pressed', 'true');
    await page.getByTestId('player-mute').click();
    await expect(page.getByTestId('player-volume')).toHaveValue('0.4');
  });

  test('shows the system what plays, and obeys its keys', async ({ page }) => {
    await page.addInitScript(() => {
      const { mediaSession } = navigator;
      const set = mediaSession.setActionHandler.bind(mediaSession);
      const handlers: Record<string, MediaSessionActionHandler | null> = {};
      Object.assign(globalThis, { handlers });
      mediaSession.setActionHandler = (action, handler) => {
        handlers[action] = handler;
        set(action, handler);
      };
    });
    const press = (action: string) =>
      page.evaluate((name) => {
        const { handlers } = globalThis as unknown as {
          handlers: Record<string, MediaSessionActionHandler>;
        };
        handlers[name]?.({ action: name as MediaSessionAction });
      }, action);
    const shown = () =>
      page.evaluate(() => {
        const { metadata, playbackState } = navigator.mediaSession;
        return [metadata?.title, metadata?.artist, metadata?.artwork.length, playbackState];
      });
    await withTracks(page, three);
    await page.getByTestId('player-play').click();
    await expect.poll(shown).toEqual(['Title of jamendo-1', 'Fixture Band', 1, 'playing']);
    await press('nexttrack');
    await expect(title(page)).toHaveText('Title of jamendo-2');
    await press('pause');
    await expect(status(page)).toHaveAttribute('data-status', 'paused');
    await expect.poll(shown).toEqual(['Title of jamendo-2', 'Fixture Band', 1, 'paused']);
  });

  test('says so where nothing at all can be played', async ({ page }) => {
    await withTracks(page, [catalogueTrack('dead-1'), catalogueTrack('dead-2')]);
    await page.getByTestId('player-play').click();
    await expect(page.getByTestId('player-note')).toContainText('None of these tracks');
    await expect(status(page)).toHaveAttribute('data-status', 'idle');
  });

  test('shows what stands in a title as text, also where it looks like a script', async ({
    page,
  }) => {
    const script = '<img src=x onerror="document.title=1">';
    await withTracks(page, [catalogueTrack('jamendo-1', { title: script, artist: script })]);
    await expect(title(page)).toHaveText(script);
    await page.getByTestId('player-queue').click();
    await expect(page.getByTestId('player-panel')).toContainText(script);
    await expect(page).not.toHaveTitle('1');
  });
});

test.describe('the keyboard', () => {
  test('plays, goes on, and sets what the bar sets', async ({ page }) => {
    await withTracks(page, three);
    await page.locator('body').press('k');
    await expect(status(page)).toHaveAttribute('data-status', 'playing');
    await page.locator('body').press('n');
    await expect(title(page)).toHaveText('Title of jamendo-2');
    await holdAtStart(page);
    await page.locator('body').press('p');
    await expect(title(page)).toHaveText('Title of jamendo-1');
    // Said once there is sound, which may come after the title.
    await expect(page.getByTestId('announcer')).toHaveText(/^Now playing: Title of jamendo-1/);
    await page.locator('body').press('-');
    await expect(page.getByTestId('announcer')).toHaveText('Volume 90%');
    await page.locator('body').press('r');
    await expect(page.getByTestId('announcer')).toHaveText('Repeat: all tracks');
    await page.locator('body').press('g');
    await expect(page.getByTestId('like')).toHaveAttribute('aria-pressed', 'true');
    await page.locator('body').press('q');
    await expect(page.getByTestId('player-panel')).toBeVisible();
  });

  test('has a help, in which it can be switched off', async ({ page }) => {
    await withTracks(page, three);
    const help = page.getByTestId('player-help-dialog');
    await page.locator('body').press('?');
    await expect(help).toContainText('Forward 10 seconds');
    await help.getByTestId('shortcuts-enabled').uncheck();
    await page.keyboard.press('Escape');
    await expect(help).toBeHidden();
    await page.locator('body').press('k');
    await expect(status(page)).toHaveAttribute('data-status', 'idle');
    await page.getByTestId('player-help').click();
    await help.getByTestId('shortcuts-enabled').check();
    await help.getByTestId('player-help-close').click();
    await page.locator('body').press('k');
    await expect(status(page)).toHaveAttribute('data-status', 'playing');
  });
});

test.describe('on a telephone', () => {
  for (const width of [320, 390]) {
    test(`of ${width} pixels the bar opens into a sheet that holds everything`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 740 });
      await withTracks(page, three);
      for (const button of ['player-play', 'player-next', 'like', 'dislike']) {
        await expect(page.getByTestId(button)).toBeInViewport({ ratio: 1 });
      }
      await page.getByTestId('player-play').click();
      await page.getByTestId('player-open').click();
      const sheet = page.getByTestId('player-sheet');
      for (const part of ['player-shuffle', 'player-previous', 'player-repeat', 'player-seek']) {
        await expect(sheet.getByTestId(part)).toBeVisible();
      }
      await expect(sheet.getByTestId('player-reasons').getByRole('listitem')).toHaveCount(2);
      await expect(sheet.getByRole('link', { name: 'CC BY-NC-SA 3.0' })).toBeVisible();
      await sheet.getByTestId('player-next').click();
      await expect(title(page)).toHaveText('Title of jamendo-2');
      const overflow = await sheet.evaluate((element) => element.scrollWidth - element.clientWidth);
      expect(overflow).toBe(0);
      await page.keyboard.press('Escape');
      await expect(sheet).toBeHidden();
      await expect(page.getByTestId('player-open')).toBeFocused();
    });
  }
});

test.describe('axe finds nothing wrong with', () => {
  // It looks at everything in two themes, one state after the other.
  test.describe.configure({ timeout: 180_000 });

  test('the player of a wide screen, its queue and its help', async ({ page }) => {
    await withTracks(page, three);
    await page.getByTestId('player-play').click();
    await page.getByTestId('player-shuffle').click();
    await page.getByTestId('like').click();
    await page.getByTestId('player-queue').click();
    await expectAccessible(page, 'what comes next');
    await page.getByTestId('player-help').click();
    await expectAccessible(page, 'keyboard shortcuts');
  });

  test('the player of a telephone, and what it says of tracks that are left out', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await withTracks(page, [catalogueTrack('dead'), catalogueTrack('jamendo-2')]);
    await page.getByTestId('player-play').click();
    await expect(page.getByTestId('player-note')).toContainText('can’t be played');
    await expectAccessible(page, 'a note');
    await page.getByTestId('player-open').click();
    await expectAccessible(page, 'sheet');
  });
});

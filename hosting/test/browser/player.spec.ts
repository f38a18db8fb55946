import { expect, test, type Page, type Request } from '@playwright/test';
import { collection, getDocs } from 'firebase/firestore';
import { openAccount, type AccountHolder, type Credentials } from './account-emulator';
import {
  documentsIn,
  writeAllAsFunction,
  writeAsFunction,
  type Field,
  type Fields,
} from './as-function';
import { expectAccessible } from './axe';
import { directAccess } from './direct-access';
import { MoodifyPage, TRACKS } from './moodify-page';
import { happyEntry } from './past-entries';
import { astronaut } from './photos';
import { toneFile } from './tone-file';

const AUDIO = 'https://audio.example/';

/** A track of a catalogue as `recommend` writes it. */
function catalogueTrack(id: string, change: Record<string, Field> = {}): Field {
  return {
    id,
    source: 'Jamendo',
    title: `Title of ${id}`,
    artist: 'Fixture Band',
    durationSeconds: 20,
    affect: { valence: 0.5, arousal: 0.2 },
    links: {
      audio: { url: `${AUDIO}${id}.wav`, kind: 'direct' },
      page: `https://www.jamendo.com/track/${id}`,
      artistPage: 'https://www.jamendo.com/artist/7001',
      licence: {
        name: 'CC BY-NC-SA 3.0',
        url: 'https://creativecommons.org/licenses/by-nc-sa/3.0/',
      },
    },
    reasons: [{ code: 'tagged', value: '<i>groovy</i>' }, { code: 'something_new' }],
    ...change,
  };
}

const ORIGINAL: Field = {
  id: 'moodify-001',
  source: 'Moodify originals',
  title: 'Golden Parade',
  artist: 'Moodify',
  durationSeconds: 125,
  affect: { valence: 0.8, arousal: 1 },
  recipe: { seed: 1, valence: 0.8, arousal: 1 },
  reasons: [{ code: 'fits_expression' }],
};

/** Leads to sound of so many seconds. */
const short = (seconds: number): Field => ({
  audio: { url: `${AUDIO}short-${seconds}.wav`, kind: 'direct' },
});

/** The entry that the tracks belong to. */
const ENTRY = 'entry0123456789abcdef';

/** Answers as a server of music does, of which any part can be asked for. */
function partOf(sound: Buffer, request: Request) {
  const [, from = '0', to = String(sound.length - 1)] =
    /bytes=(\d+)-(\d+)?/.exec(request.headers().range ?? '') ?? [];
  return {
    status: 206,
    contentType: 'audio/wav',
    headers: {
      'accept-ranges': 'bytes',
      'content-range': `bytes ${from}-${to}/${sound.length}`,
    },
    body: sound.subarray(Number(from), Number(to) + 1),
  };
}

/** Opens the page at an entry whose playlist has the given tracks. */
async function withTracks(page: Page, tracks: Field[]): Promise<AccountHolder> {
  await page.route(`${AUDIO}**`, (route) => {
    const [, seconds = '20'] = /short-(\d+)/.exec(route.request().url()) ?? [];
    return route.request().url().includes('dead')
      ? route.fulfill({ status: 404 })
      : route.fulfill(partOf(toneFile(Number(seconds)), route.request()));
  });
  const person = await openAccount();
  const { uid } = person;
  await writeAllAsFunction(
    new Map<string, Fields>([
      [`users/${uid}`, { consent: { version: 1n, at: new Date() } }],
      [`users/${uid}/moods/${ENTRY}`, happyEntry(new Date())],
    ]),
  );
  // The functions choose music for the entry; what they chose gives way to the given tracks.
  await expect.poll(() => documentsIn(`users/${uid}/playlists`)).toEqual([ENTRY]);
  await writeAsFunction(`users/${uid}/playlists/${ENTRY}`, { tracks, unavailable: [] });
  const moodify = new MoodifyPage(page);
  await moodify.arrive(person);
  await moodify.history.first().click();
  await expect(moodify.tracks).toHaveCount(tracks.length);
  return person;
}

/** What stands in Firestore, by track. */
async function feedbackOf(person: Credentials): Promise<Record<string, object>> {
  const { firestore, uid, close } = await directAccess(person);
  const { docs } = await getDocs(collection(firestore, 'users', uid, 'feedback'));
  await close();
  return Object.fromEntries(docs.map((entry) => [entry.id, entry.data()]));
}

const status = (page: Page) => page.locator('.player-bar');

test.describe('the player', () => {
  test('composes and plays a Moodify original', async ({ page }) => {
    test.setTimeout(240_000);
    await withTracks(page, [ORIGINAL]);
    await expect(page.getByTestId('player-title')).toHaveText('Golden Parade');
    await page.getByTestId('player-play').click();
    await expect(status(page)).toHaveAttribute('data-status', 'playing', { timeout: 200_000 });
    await expect(page.getByTestId('player-time')).toHaveText(/^0:0[2-9]$/, { timeout: 60_000 });
    await expect(page.getByTestId('player-length')).toHaveText(/^2:/);
    // It is heard while most of it is still to be composed, and goes on into what comes.
    await expect(page.getByTestId('player-time')).toHaveText(/^0:1\d$/, { timeout: 120_000 });
    await page.getByTestId('player-play').click();
    await expect(status(page)).toHaveAttribute('data-status', 'paused');
  });

  test('composes an original as a whole where the browser cannot play what is still being made', async ({
    page,
  }) => {
    test.setTimeout(240_000);
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
    await expect(page.getByTestId('player-time')).toHaveText(/^0:0[1-9]$/);
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
    await page.getByTestId('player-previous').click();
    await expect(page.getByTestId('player-title')).toHaveText('Title of jamendo-1');
  });

  test('leaves out a dead track with a note', async ({ page }) => {
    await withTracks(page, [catalogueTrack('dead'), catalogueTrack('jamendo-2')]);
    await page.getByTestId('player-play').click();
    await expect(page.getByTestId('player-title')).toHaveText('Title of jamendo-2');
    await expect(status(page)).toHaveAttribute('data-status', 'playing');
    await expect(page.getByTestId('player-note')).toContainText('“Title of dead” cannot be played');
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
    await expect(page.getByTestId('unavailable')).toContainText('Audius could not be asked');
  });
});

const three = ['jamendo-1', 'jamendo-2', 'jamendo-3'].map((id) => catalogueTrack(id));
const title = (page: Page) => page.getByTestId('player-title');

test.describe('the bar', () => {
  test('goes on playing from page to page', async ({ page }) => {
    await withTracks(page, three);
    await page.getByTestId('player-play').click();
    await expect(page.getByTestId('player-time')).toHaveText('0:01');
    await page.getByTestId('nav-profile').click();
    await expect(page.getByTestId('display-name')).toBeVisible();
    await expect(status(page)).toHaveAttribute('data-status', 'playing');
    await expect(page.getByTestId('player-time')).toHaveText(/^0:0[3-9]$/);
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
      route.fulfill({ contentType: 'audio/wav', body: toneFile(20) }),
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
    await seek.fill('12');
    await expect(page.getByTestId('player-time')).toHaveText(/^0:1[2-4]$/, { timeout: 4000 });
    await seek.press('ArrowLeft');
    await expect(page.getByTestId('player-time')).toHaveText(/^0:(0[789]|1[01])$/);
    await expect(seek).toHaveAttribute('aria-valuetext', /of 0:20$/);
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
    await next.getByRole('button', { name: 'Play Title of jamendo-3' }).click();
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
    await page.getByTestId('player-previous').click();
    await expect(title(page)).toHaveText('Title of jamendo-3');
    await repeat.click();
    await expect(repeat).toHaveAccessibleName('Repeat: this track');
    await expect(status(page)).toHaveAttribute('data-status', 'playing');
    await page.getByTestId('player-seek').fill('19');
    await expect(page.getByTestId('player-time')).toHaveText('0:01', { timeout: 15_000 });
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

  test('tells the system what plays, and obeys its keys', async ({ page }) => {
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
    await page.locator('body').press('p');
    await expect(title(page)).toHaveText('Title of jamendo-1');
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
    await expect(help).toContainText('10 seconds forward');
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
    await expect(page.getByTestId('player-note')).toContainText('cannot be played');
    await expectAccessible(page, 'a note');
    await page.getByTestId('player-open').click();
    await expectAccessible(page, 'sheet');
  });
});

test.describe('other tracks', () => {
  test('come when they are asked for', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await moodify.give(astronaut);
    const titles = page.getByTestId('track-title');
    await expect(titles).toHaveCount(TRACKS);
    const before = await titles.allTextContents();
    await page.getByTestId('reshuffle').click();
    await expect.poll(() => titles.allTextContents(), { timeout: 30_000 }).not.toEqual(before);
    await expect(page.getByTestId('reshuffle')).toBeEnabled();
    await expect(titles).toHaveCount(TRACKS);
  });

  test('that cannot be asked for are spoken of', async ({ page }) => {
    await page.route('**/api/v1/playlists/*/reshuffle', (route) =>
      route.fulfill({
        status: 429,
        headers: { 'retry-after': '60' },
        json: { status: 429, title: 'Too Many Requests', code: 'too_many_requests' },
      }),
    );
    await withTracks(page, three);
    await page.getByTestId('reshuffle').click();
    await expect(page.getByText('That was a lot at once.')).toBeVisible();
    await expect(page.getByTestId('reshuffle')).toBeEnabled();
  });
});

test.describe('feedback', () => {
  test('is liked, changed and taken back, and leaves nothing', async ({ page }) => {
    const person = await withTracks(page, [catalogueTrack('jamendo-1')]);
    const like = page.getByTestId('like');
    const dislike = page.getByTestId('dislike');
    await like.click();
    await expect(like).toHaveAttribute('aria-pressed', 'true');
    await expect
      .poll(() => feedbackOf(person))
      .toMatchObject({ 'jamendo-1': { verdict: 'like', emotion: 'happy', goal: 'match' } });
    await dislike.click();
    await expect(dislike).toHaveAttribute('aria-pressed', 'true');
    await expect(like).toHaveAttribute('aria-pressed', 'false');
    await expect
      .poll(() => feedbackOf(person))
      .toMatchObject({ 'jamendo-1': { verdict: 'dislike' } });
    await dislike.click();
    await expect(dislike).toHaveAttribute('aria-pressed', 'false');
    await expect.poll(() => feedbackOf(person)).toEqual({});
  });

  test('tells a skipped track from one that was heard', async ({ page }) => {
    const person = await withTracks(page, [
      catalogueTrack('skipped'),
      catalogueTrack('heard', { durationSeconds: 6, links: short(6) }),
    ]);
    await page.getByTestId('player-play').click();
    await expect(page.getByTestId('player-time')).toHaveText(/^0:0[3-9]$/);
    await page.getByTestId('player-next').click();
    await expect(page.getByTestId('player-title')).toHaveText('Title of heard');
    await expect
      .poll(() => feedbackOf(person))
      .toMatchObject({ skipped: { verdict: 'skip', goal: 'match' } });
    // To the end of a short track, which is then played and not skipped.
    await expect(status(page)).toHaveAttribute('data-status', 'idle', { timeout: 40_000 });
    await expect.poll(() => feedbackOf(person)).toMatchObject({ heard: { verdict: 'played' } });
    const { heard } = await feedbackOf(person);
    expect((heard as { playedShare: number }).playedShare).toBeGreaterThan(0.9);
  });
});

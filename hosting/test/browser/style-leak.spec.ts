import { openAccount } from './account-emulator';
import { documentsIn, writeAllAsFunction, writeAsFunction, type Fields } from './as-function';
import { MoodifyPage } from './moodify-page';
import { happyEntry, ORIGINAL, pastEntries, savedPlaylist, SONG, summaryOf } from './past-entries';
import { expect, test, type Page } from './test';

const ENTRY = 'entry0123456789abcdef';

/** A page, and what is to be seen when it is there. */
interface Place {
  readonly path: string;
  readonly shows: string;
}

/** The first has no styles of its own. */
const PLACES: readonly Place[] = [
  { path: '/nowhere', shows: '[data-testid=not-there]' },
  { path: '/', shows: 'recent-moods [data-testid=history-entry]' },
  { path: '/history', shows: 'history-list [data-testid=history-entry]' },
  { path: `/history/${ENTRY}`, shows: 'history-entry [data-testid=emotion]' },
  { path: '/insights', shows: '[data-testid=insights-entries]' },
  { path: '/saved', shows: '[data-testid=saved-playlist]' },
  { path: '/profile', shows: '[data-testid=display-name]' },
];

const WIDE = { width: 1280, height: 860 };
const NARROW = { width: 390, height: 844 };

test.use({ viewport: WIDE, contextOptions: { reducedMotion: 'reduce' } });

// The styles of a page are fetched with it and stay. Without a scope, they hold for what stays, too.
test('whatever pages were opened before, the player looks as it does without any', async ({
  page,
}) => {
  // Else all pages are fetched ahead.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  await openNowhere(page);
  await showTrack(page);
  const alone = await looks(page);

  for (const place of [...PLACES, PLACES[1]]) {
    await follow(page, place);
    expect(await alone.wide(), place?.path).toEqual([]);
  }
  await page.getByTestId('camera-open').click();
  await expect(page.getByTestId('camera')).toBeVisible();
  await page.getByTestId('camera-close').click();

  // The page that an e-mail's link leads to shows no player.
  const unfetched = await unfetchedStyles(page);
  expect(unfetched).toEqual([expect.stringContaining('email-action')]);
  await Promise.all(unfetched.map((path) => page.addStyleTag({ url: path })));
  expect(await alone.wide()).toEqual([]);
  await toSheet(page);
  expect(await alone.sheet()).toEqual([]);
  await toNarrowBar(page);
  expect(await alone.narrow()).toEqual([]);
});

// A rule that leaks may be hidden by one of a page that was there before. That none leaks from any file is shown by
// scopes.test.ts, which reads them all.
test('whichever page is opened first, the player looks the same', async ({ page }) => {
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  await openNowhere(page);
  await showTrack(page);
  const alone = await looks(page);

  for (const first of PLACES) {
    await page.goto(first.path);
    await expect(page.locator(first.shows).first()).toBeVisible();
    await showTrack(page);
    expect(await alone.wide(), first.path).toEqual([]);
  }
});

/** Opens a page that is not there, as somebody who has something to see on each of the others. */
async function openNowhere(page: Page): Promise<void> {
  const person = await openAccount();
  const now = new Date();
  const documents: Readonly<Record<string, Fields>> = {
    '': { consent: { given: true, version: 2n, at: now } },
    [`/moods/${ENTRY}`]: happyEntry(now),
    '/savedPlaylists/saved0123456789abcdef': savedPlaylist('Rainy Sunday', now),
    '/insights/summary': summaryOf(pastEntries(30, now), now),
  };
  await writeAllAsFunction(
    new Map(
      Object.entries(documents).map(([path, fields]) => [`users/${person.uid}${path}`, fields]),
    ),
  );
  // The functions choose music for the entry, which gives way to what the player is given below.
  const playlists = `users/${person.uid}/playlists`;
  await expect.poll(() => documentsIn(playlists)).toEqual([ENTRY]);
  await writeAsFunction(`${playlists}/${ENTRY}`, { tracks: [SONG, ORIGINAL], unavailable: [] });
  await new MoodifyPage(page).arrive(person, '/nowhere');
}

/** Has the player show a track, which else only pages do. */
async function showTrack(page: Page): Promise<void> {
  await page.locator('player-bar').evaluate(
    (bar, tracks: unknown[]) => {
      const { music } = bar as unknown as {
        music: { offer: (playlist: object, moodId: string) => void };
      };
      const [moodId, ...offered] = tracks;
      music.offer(
        { goal: 'match', emotion: 'happy', tracks: offered, unavailable: [] },
        String(moodId),
      );
    },
    [ENTRY, SONG, ORIGINAL] as unknown[],
  );
  await page.getByTestId('player-queue').click();
  await expect(page.getByTestId('queue-track')).toHaveCount(1);
}

/** Follows a link that the test puts there, for not every page has one to every other. */
async function follow(page: Page, place: Place | undefined): Promise<void> {
  await page.evaluate((path) => {
    const link = document.createElement('a');
    link.href = path;
    document.body.append(link);
    link.click();
    link.remove();
  }, place?.path ?? '/');
  await expect(page.locator(place?.shows ?? 'main').first()).toBeVisible();
}

/**
 * Remembers how the player looks in each of its forms. Its queue is open before and after.
 *
 * @returns what says of each form in what it looks different now
 */
async function looks(page: Page) {
  const wide = await look(page);
  await toSheet(page);
  const sheet = await look(page);
  await toNarrowBar(page);
  const narrow = await look(page);
  await page.setViewportSize(WIDE);
  await page.getByTestId('player-queue').click();
  await expect(page.getByTestId('player-panel')).toBeVisible();
  const differencesFrom = (before: Appearance) => async () =>
    // Tens of thousands of values are only sent from the browser where there is something to tell.
    (await fingerprint(page)) === before.fingerprint ? [] : differences(before, await look(page));
  return {
    wide: differencesFrom(wide),
    sheet: differencesFrom(sheet),
    narrow: differencesFrom(narrow),
  };
}

async function toSheet(page: Page): Promise<void> {
  await page.setViewportSize(NARROW);
  await expect(page.getByTestId('player-sheet')).toBeVisible();
}

async function toNarrowBar(page: Page): Promise<void> {
  await page.getByTestId('player-close').click();
  await expect(page.getByTestId('player-open')).toBeVisible();
}

/** How the player looks. */
interface Appearance {
  /** Differs from that of the same player where anything does. */
  readonly fingerprint: string;
  readonly properties: readonly string[];
  /** Each element, and what CSS puts before, after and behind it, with the values of all properties. */
  readonly parts: readonly { readonly name: string; readonly values: readonly string[] }[];
}

/** Reads all computed properties of the player, of all that is in it, and of what CSS adds to that. */
async function look(page: Page): Promise<Appearance> {
  await rest(page);
  const seen = await page.evaluate(lookAtPlayer);
  return { ...seen, fingerprint: await fingerprint(page) };
}

/** A number that stands for how the player looks. */
async function fingerprint(page: Page): Promise<string> {
  await rest(page);
  return page.evaluate(`(async () => {
    const text = JSON.stringify((${String(lookAtPlayer)})());
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return [...new Uint8Array(bytes)].join();
  })()`);
}

/** Has nothing be pointed at, nor on its way. */
async function rest(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    // What is on its way is taken to its end, and what sets out when that has arrived.
    const finishMotion = () => {
      const moving = document.getAnimations().filter(({ playState }) => playState === 'running');
      moving.forEach((motion) => {
        motion.finish();
      });
      if (moving.length > 0) {
        finishMotion();
      }
    };
    finishMotion();
  });
}

/** Runs in the page. */
function lookAtPlayer(): Omit<Appearance, 'fingerprint'> {
  const properties = [...getComputedStyle(document.body)];
  const parts = [...document.querySelectorAll('player-bar, player-bar *')].flatMap(
    (element, index) =>
      ['', '::before', '::after', '::backdrop']
        .map((pseudo) => ({ pseudo, style: getComputedStyle(element, pseudo || null) }))
        .filter(({ pseudo, style }) =>
          pseudo === '::backdrop' ? element.localName === 'dialog' : style.content !== 'none',
        )
        .map(({ pseudo, style }) => ({
          name: `${index} ${element.localName}.${element.getAttribute('class') ?? ''}${pseudo}`,
          values: properties.map((property) => style.getPropertyValue(property)),
        })),
  );
  return { properties, parts };
}

function differences(before: Appearance, now: Appearance): string[] {
  const names = ({ parts }: Appearance) => parts.map(({ name }) => name).join('\n');
  if (names(now) !== names(before)) {
    return [names(before), names(now)];
  }
  return now.parts.flatMap(({ name, values }, index) =>
    values.flatMap((value, place) => {
      const was = before.parts[index]?.values[place];
      return value === was ? [] : `${name}: ${now.properties[place]} is ${value}, was ${was}`;
    }),
  );
}

/** The style sheets of the site that no page of this test has asked for. */
async function unfetchedStyles(page: Page): Promise<string[]> {
  const worker = await (await page.request.get('/service-worker.js')).text();
  const all = new Set(worker.match(/\/assets\/[\w-]+\.css/g));
  expect(all.size).toBeGreaterThan(5);
  const fetched = await page.evaluate(() =>
    [...document.styleSheets].map(({ href }) => new URL(href ?? '/', location.href).pathname),
  );
  return [...all].filter((file) => !fetched.includes(file));
}

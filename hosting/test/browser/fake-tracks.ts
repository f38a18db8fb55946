import { expect, type Page, type Request } from '@playwright/test';
import { openAccount, type AccountHolder } from './account-emulator';
import {
  documentsIn,
  writeAllAsFunction,
  writeAsFunction,
  type Field,
  type Fields,
} from './as-function';
import { MoodifyPage } from './moodify-page';
import { happyEntry } from './past-entries';
import { toneFile } from './tone-file';
import { agreed } from './consent';

/** Where the fake catalogue has its sound. */
export const AUDIO = 'https://audio.example/';

/** Longer than a test takes on a busy machine: no track ends unless a test goes to its end. */
export const TRACK_SECONDS = 300;

/** A track of a catalogue as `recommend` writes it. */
export function catalogueTrack(id: string, change: Record<string, Field> = {}): Field {
  return {
    id,
    source: 'Jamendo',
    title: `Title of ${id}`,
    artist: 'Fixture Band',
    durationSeconds: TRACK_SECONDS,
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

/** A piece of Moodify's own. */
export const ORIGINAL: Field = {
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
export const short = (seconds: number): Field => ({
  audio: { url: `${AUDIO}short-${seconds}.wav`, kind: 'direct' },
});

/** The entry that the tracks belong to. */
export const ENTRY = 'entry0123456789abcdef';

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
export async function withTracks(page: Page, tracks: Field[]): Promise<AccountHolder> {
  await page.route(`${AUDIO}**`, (route) => {
    const [, seconds = String(TRACK_SECONDS)] = /short-(\d+)/.exec(route.request().url()) ?? [];
    return route.request().url().includes('dead')
      ? route.fulfill({ status: 404 })
      : route.fulfill(partOf(toneFile(Number(seconds)), route.request()));
  });
  const person = await openAccount();
  const { uid } = person;
  await writeAllAsFunction(
    new Map<string, Fields>([
      [`users/${uid}`, agreed()],
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

export const three = ['jamendo-1', 'jamendo-2', 'jamendo-3'].map((id) => catalogueTrack(id));

export const status = (page: Page) => page.locator('.player-bar');
export const title = (page: Page) => page.getByTestId('player-title');

/** How much of the track has been heard, in whole seconds, as the bar shows it. */
export async function position(page: Page): Promise<number> {
  const [minutes = NaN, seconds = NaN] = (await page.getByTestId('player-time').innerText())
    .split(':')
    .map(Number);
  return minutes * 60 + seconds;
}

/** Waits until so many seconds of the track have been heard. */
export async function heard(page: Page, seconds: number): Promise<void> {
  await expect.poll(() => position(page)).toBeGreaterThanOrEqual(seconds);
}

/** Holds the track at its start, from where “previous” leads to the track before it. */
export async function holdAtStart(page: Page): Promise<void> {
  await expect(status(page)).toHaveAttribute('data-status', 'playing');
  await page.getByTestId('player-play').click();
  await expect(status(page)).toHaveAttribute('data-status', 'paused');
  await page.getByTestId('player-seek').fill('0');
  await expect.poll(() => position(page)).toBe(0);
}

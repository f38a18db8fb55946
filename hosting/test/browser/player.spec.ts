import { expect, test, type Page } from '@playwright/test';
import { collection, getDocs } from 'firebase/firestore';
import { writeAsFunction, type Field } from './as-function';
import { directAccess } from './direct-access';
import { MoodifyPage, type Credentials } from './moodify-page';
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

/** Signs up, has a photo read, and puts the given tracks into the playlist. */
async function withTracks(page: Page, tracks: Field[]): Promise<Credentials> {
  await page.route(`${AUDIO}**`, (route) =>
    route.request().url().includes('dead')
      ? route.fulfill({ status: 404 })
      : route.fulfill({ contentType: 'audio/wav', body: toneFile(20) }),
  );
  const moodify = new MoodifyPage(page);
  const person = await moodify.signUp();
  await moodify.give(astronaut);
  await expect(moodify.tracks.first()).toBeVisible();
  const { firestore, uid, close } = await directAccess(person);
  const [entry] = (await getDocs(collection(firestore, 'users', uid, 'moods'))).docs;
  await close();
  await writeAsFunction(`users/${uid}/playlists/${entry?.id ?? ''}`, { tracks, unavailable: [] });
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
    await withTracks(page, [
      {
        id: 'moodify-001',
        source: 'Moodify originals',
        title: 'Golden Parade',
        artist: 'Moodify',
        durationSeconds: 125,
        affect: { valence: 0.8, arousal: 1 },
        recipe: { seed: 1, valence: 0.8, arousal: 1 },
        reasons: [{ code: 'fits_expression' }],
      },
    ]);
    await expect(page.getByTestId('player-title')).toHaveText('Golden Parade');
    await page.getByTestId('player-play').click();
    await expect(page.getByTestId('player-note')).toContainText('Composing');
    await expect(status(page)).toHaveAttribute('data-status', 'playing', { timeout: 200_000 });
    await expect(page.getByTestId('player-note')).toBeEmpty();
    await expect(page.getByTestId('player-time')).toHaveText(/^0:0[2-9] \/ 2:/);
    await page.getByTestId('player-play').click();
    await expect(status(page)).toHaveAttribute('data-status', 'paused');
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
    const { firestore, uid, close } = await directAccess(person);
    const [entry] = (await getDocs(collection(firestore, 'users', uid, 'moods'))).docs;
    await close();
    await writeAsFunction(`users/${uid}/playlists/${entry?.id ?? ''}`, { unavailable: ['Audius'] });
    await expect(page.getByTestId('unavailable')).toContainText('Audius could not be asked');
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
      catalogueTrack('heard', { durationSeconds: 20 }),
    ]);
    await page.getByTestId('player-play').click();
    await expect(page.getByTestId('player-time')).toHaveText(/^0:0[3-9]/);
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

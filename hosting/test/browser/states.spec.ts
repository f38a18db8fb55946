import { expect, test } from './test';
import { MoodStore } from '../../src/mood/mood-store';
import type { Credentials } from './account-emulator';
import { documentsIn, writeAsFunction } from './as-function';
import { directAccess } from './direct-access';
import { MoodifyPage, TRACKS } from './moodify-page';
import { astronaut } from './photos';

const STORAGE = /\/v0\/b\/.*\/o/;

/** Signs up, has the photo read, and returns where the entry stands in Firestore. */
async function readPhoto(moodify: MoodifyPage): Promise<{ uid: string; moodId: string }> {
  const { uid } = await moodify.comeIn();
  await moodify.give(astronaut);
  await expect(moodify.tracks).toHaveCount(TRACKS);
  const [moodId = ''] = await documentsIn(`users/${uid}/moods`);
  return { uid, moodId };
}

/** Picks moods by hand, as in another browser. */
async function pickMoods(person: Credentials, count: number): Promise<void> {
  const { firestore, uid, close } = await directAccess(person);
  const moods = new MoodStore(firestore, uid);
  for (let index = 0; index < count; index += 1) {
    await moods.pick(moods.newId(), 'sad', 'match');
  }
  await close();
}

test.describe('the page', () => {
  test('asks when it is not sure, and plays to what the person says', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    const { uid, moodId } = await readPhoto(moodify);
    await writeAsFunction(`users/${uid}/moods/${moodId}`, {
      status: 'unsure',
      emotion: 'neutral',
      confidence: 0.34,
      scores: {
        ...{ angry: 0.05, disgust: 0.04, fear: 0.12, happy: 0.1 },
        ...{ sad: 0.3, surprise: 0.05, neutral: 0.34 },
      },
    });
    await expect(page.getByText('Hard to tell. You may look')).toBeVisible();
    await expect(moodify.emotion).toContainText('neutral');
    await expect(moodify.confidence).toContainText('34%');
    await expect(page.locator('.mood-picker button')).toHaveText(['neutral', 'sad', 'fearful']);
    await page.getByTestId('correct-sad').click();
    await expect(page.getByText('You changed this to', { exact: true })).toBeVisible();
    await expect(moodify.emotion).toContainText('sad');
    await expect(page.getByTestId('correct-sad')).toHaveAttribute('aria-pressed', 'true');
    await expect(moodify.tracks).toHaveCount(TRACKS);
    await expect(moodify.history.first()).toContainText('sad');
  });

  test('shows what stands in a title as text, also where it looks like a script', async ({
    page,
  }) => {
    const moodify = new MoodifyPage(page);
    const { uid, moodId } = await readPhoto(moodify);
    const title = '<img src=x onerror="document.title=1"><script>alert(1)</script>';
    const track = {
      ...{ id: 'x', title, artist: '<b>bold</b>' },
      reasons: [{ code: 'bright' }, { code: 'unknown_reason' }],
    };
    await writeAsFunction(`users/${uid}/playlists/${moodId}`, { tracks: [track] });
    await expect(moodify.tracks).toHaveCount(1);
    await expect(page.getByTestId('track-title')).toHaveText(title);
    await expect(page.getByTestId('track-artist')).toHaveText('<b>bold</b>');
    await expect(page.getByTestId('track-reasons').getByRole('listitem')).toHaveText(['Bright']);
    await expect(page).toHaveTitle(/Moodify/);
  });

  test('lists the last ten entries, as they come', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    const person = await moodify.comeIn();
    await expect(moodify.history).toHaveCount(0);
    await pickMoods(person, 12);
    await expect(moodify.history).toHaveCount(10);
    await moodify.history.first().click();
    await expect(page.getByText('You picked', { exact: true })).toBeVisible();
    await expect(moodify.emotion).toContainText('sad');
    await expect(moodify.tracks).toHaveCount(TRACKS);
  });

  test('says after 20 seconds that nothing comes, and tries again', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await page.clock.install();
    await moodify.comeIn();
    // The upload seems to succeed, but nothing arrives that could be read.
    await page.route(STORAGE, (route) =>
      route.fulfill({ json: { name: 'photo', bucket: 'demo-moodify.appspot.com', size: '1' } }),
    );
    await moodify.give(astronaut);
    await expect(moodify.status).toHaveText('Finding the face…');
    // The clock went on by itself so far, which on a busy machine is some seconds of the twenty.
    await page.clock.fastForward(8000);
    await expect(moodify.error).toHaveCount(0);
    await page.clock.fastForward(12_000);
    await expect(moodify.error).toContainText('taking longer');
    await page.unroute(STORAGE);
    await page.getByTestId('retry').click();
    await expect(moodify.error).toHaveCount(0);
    await expect(moodify.emotion).toContainText('happy');
  });

  test('says that a session has ended', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await page.route(STORAGE, (route) =>
      route.fulfill({ status: 401, json: { error: { code: 401, message: 'Unauthenticated.' } } }),
    );
    await moodify.give(astronaut);
    await expect(moodify.error).toContainText('Your session has ended');
  });

  test('says that a write is denied, and what was there before stays', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await moodify.goTo('profile');
    const field = page.getByTestId('display-name');
    await field.fill('Mira');
    await page.getByTestId('save-name').click();
    await expect(page.getByTestId('profile-name')).toHaveText('Mira');
    // Longer than the rules allow, which the field prevents.
    await field.evaluate((input: HTMLInputElement) => {
      input.removeAttribute('maxlength');
    });
    await field.fill('A'.repeat(2000));
    await page.getByTestId('save-name').click();
    await expect(page.getByTestId('notice')).toContainText('isn’t allowed');
    await expect(page.getByTestId('profile-name')).toHaveText('Mira');
  });

  test('works where the network is slow, and says what it waits for', async ({ context, page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    const network = await context.newCDPSession(page);
    // As Lighthouse's slow 3G: half a second to anywhere, 50 KB a second.
    await network.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 },
    });
    await moodify.give(astronaut);
    await expect(moodify.status).toContainText('Uploading your photo');
    await expect(moodify.emotion).toContainText('happy');
    await expect(moodify.tracks).toHaveCount(TRACKS);
    await expect(moodify.error).toHaveCount(0);
  });

  test('signs out in every tab at once', async ({ context, page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    const other = new MoodifyPage(await context.newPage());
    await other.page.goto('/');
    await expect(other.status).toBeVisible();
    await moodify.signOut();
    await expect(other.page.getByTestId('email')).toBeVisible();
  });

  test('says that it cannot start when its configuration is out of reach', async ({ page }) => {
    await page.route('**/__/firebase/init.json', (route) => route.abort());
    await page.goto('/');
    await expect(page.getByTestId('error')).toContainText('couldn’t start');
    await page.unroute('**/__/firebase/init.json');
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect(page.getByTestId('email')).toBeVisible();
  });
});

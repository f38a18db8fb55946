import { expect, test } from './test';
import { collection, getDocs } from 'firebase/firestore';
import type { Credentials } from './account-emulator';
import { directAccess } from './direct-access';
import { MoodifyPage, TRACKS } from './moodify-page';
import { astronaut } from './photos';
import { catalogueTrack, heard, short, status, three, withTracks } from './fake-tracks';

/** What stands in Firestore, by track. */
async function feedbackOf(person: Credentials): Promise<Record<string, object>> {
  const { firestore, uid, close } = await directAccess(person);
  const { docs } = await getDocs(collection(firestore, 'users', uid, 'feedback'));
  await close();
  return Object.fromEntries(docs.map((entry) => [entry.id, entry.data()]));
}

test.describe('other tracks', () => {
  test('come when they are asked for', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await moodify.give(astronaut);
    const titles = page.getByTestId('track-title');
    await expect(titles).toHaveCount(TRACKS);
    const before = await titles.allTextContents();
    await page.getByTestId('reshuffle').click();
    await expect.poll(() => titles.allTextContents()).not.toEqual(before);
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

  test('distinguishes a skipped track from one that was heard', async ({ page }) => {
    const person = await withTracks(page, [
      catalogueTrack('skipped'),
      catalogueTrack('heard', { durationSeconds: 6, links: short(6) }),
    ]);
    await page.getByTestId('player-play').click();
    await heard(page, 3);
    await page.getByTestId('player-next').click();
    await expect(page.getByTestId('player-title')).toHaveText('Title of heard');
    await expect
      .poll(() => feedbackOf(person))
      .toMatchObject({ skipped: { verdict: 'skip', goal: 'match' } });
    // To the end of a short track, which is then played and not skipped.
    await expect(status(page)).toHaveAttribute('data-status', 'idle');
    await expect.poll(() => feedbackOf(person)).toMatchObject({ heard: { verdict: 'played' } });
    const { heard: end } = await feedbackOf(person);
    expect((end as { playedShare: number }).playedShare).toBeGreaterThan(0.9);
  });
});

import { expect, test } from './test';
import { collection, doc, getDoc, getDocs, setDoc, updateDoc } from 'firebase/firestore';
import { getBytes, listAll, ref, uploadBytes } from 'firebase/storage';
import { directAccess } from './direct-access';
import { MoodifyPage, TRACKS } from './moodify-page';
import { astronaut } from './photos';

test.describe('what is read from a photo', () => {
  test('is not seen by the next person at the same machine, nor by their programs', async ({
    page,
  }) => {
    const moodify = new MoodifyPage(page);
    const first = await moodify.signUp();
    await moodify.give(astronaut);
    await expect(moodify.tracks).toHaveCount(TRACKS);
    await expect(moodify.history).toHaveCount(1);
    await moodify.signOut();

    const second = await moodify.signUp();
    await expect(page.getByText('Nothing yet. Your first photo starts the list.')).toBeVisible();
    await expect(moodify.emotion).toHaveCount(0);
    await expect(moodify.tracks).toHaveCount(0);

    const own = await directAccess(first);
    const [entry] = (await getDocs(collection(own.firestore, 'users', own.uid, 'moods'))).docs;
    expect(entry?.get('emotion')).toBe('happy');
    const moodId = entry?.id ?? '';
    const other = await directAccess(second);
    const theirs = (...path: string[]) => doc(other.firestore, 'users', own.uid, ...path);
    const denied = { code: 'permission-denied' };
    await expect(getDoc(theirs())).rejects.toMatchObject(denied);
    await expect(getDoc(theirs('moods', moodId))).rejects.toMatchObject(denied);
    await expect(getDoc(theirs('playlists', moodId))).rejects.toMatchObject(denied);
    await expect(
      getDocs(collection(other.firestore, 'users', own.uid, 'moods')),
    ).rejects.toMatchObject(denied);
    await expect(setDoc(theirs(), { keepPhotos: true })).rejects.toMatchObject(denied);
    await expect(updateDoc(theirs('moods', moodId), { goal: 'calm' })).rejects.toMatchObject(
      denied,
    );
    const photo = ref(other.storage, `photos/${own.uid}/${moodId}`);
    const unauthorized = { code: 'storage/unauthorized' };
    await expect(getBytes(photo)).rejects.toMatchObject(unauthorized);
    await expect(listAll(ref(other.storage, `photos/${own.uid}`))).rejects.toMatchObject(
      unauthorized,
    );
    await expect(
      uploadBytes(photo, new Uint8Array(8), { contentType: 'image/jpeg' }),
    ).rejects.toMatchObject(unauthorized);
    await Promise.all([own.close(), other.close()]);
  });

  test('is there again after a reload, without signing in again', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.signUp();
    await moodify.give(astronaut);
    await expect(moodify.tracks).toHaveCount(TRACKS);
    await page.reload();
    await expect(moodify.history).toHaveCount(1);
    await expect(moodify.history.first()).toContainText('happy');
    await moodify.history.first().click();
    await expect(moodify.emotion).toContainText('happy');
    await expect(moodify.tracks).toHaveCount(TRACKS);
  });

  test('is said before the first photo', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.signUp();
    await expect(page.getByText('read once and deleted')).toBeVisible();
    await expect(page.getByText('Not for judging people')).toBeVisible();
  });
});

import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from './test';
import { doc, getDoc } from 'firebase/firestore';
import { getBytes, getMetadata, ref } from 'firebase/storage';
import { Person } from '../api/person';
import { unzip } from '../api/unzip';
import type { Credentials } from './account-emulator';
import { documentsIn, writeAsFunction, type Fields } from './as-function';
import { expectAccessible } from './axe';
import { directAccess } from './direct-access';
import { MoodifyPage, TRACKS } from './moodify-page';
import { personWithPast } from './person-with-past';
import { astronaut } from './photos';

/** Signs up and goes to the profile. */
async function onProfile(page: Page): Promise<Credentials> {
  const moodify = new MoodifyPage(page);
  const person = await moodify.comeIn();
  await moodify.goTo('profile');
  await expect(page.getByTestId('display-name')).toBeVisible();
  return person;
}

/** What stands in `users/{uid}`. */
async function profileOf(person: Credentials): Promise<Record<string, unknown>> {
  const { firestore, uid, close } = await directAccess(person);
  const fields = (await getDoc(doc(firestore, 'users', uid))).data();
  await close();
  return fields ?? {};
}

test.describe('the profile', () => {
  test('keeps a name in any script, and shows a script as text', async ({ page }) => {
    const person = await onProfile(page);
    const name = 'अनन्या <img src=x onerror="document.title=1">';
    await expect(page.getByTestId('save-name')).toBeDisabled();
    await page.getByTestId('display-name').fill(name);
    await page.getByTestId('save-name').click();
    await expect(page.getByTestId('profile-name')).toHaveText(name);
    await expect.poll(() => profileOf(person)).toMatchObject({ displayName: name });
    await page.reload();
    await expect(page.getByTestId('profile-name')).toHaveText(name);
    await expect(page.getByTestId('display-name')).toHaveValue(name);
    await expect(page).not.toHaveTitle('1');
    expect(await page.locator('img[src=x]').count()).toBe(0);
    await page.getByTestId('display-name').fill('');
    await page.getByTestId('save-name').click();
    await expect(page.getByTestId('profile-name')).toHaveText('No name yet');
    await expect.poll(() => profileOf(person)).not.toHaveProperty('displayName');
  });

  test('makes a picture of 256 by 256 pixels, and removes it', async ({ page }) => {
    const person = await onProfile(page);
    await page.getByTestId('picture-input').setInputFiles(astronaut);
    const picture = page.getByTestId('picture');
    await expect(picture).toBeVisible();
    const size = () =>
      picture.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]);
    await expect.poll(size).toEqual([256, 256]);
    const { storage, uid, close } = await directAccess(person);
    const stored = ref(storage, `pictures/${uid}`);
    expect((await getMetadata(stored)).contentType).toBe('image/webp');
    const bytes = Buffer.from(await getBytes(stored));
    await close();
    expect(bytes.length).toBeLessThan(256 * 1024);
    expect(bytes.includes('Exif')).toBe(false);
    await page.reload();
    await expect.poll(size).toEqual([256, 256]);
    await page.getByTestId('picture-remove').click();
    await expect(picture).toBeHidden();
    await expect.poll(() => profileOf(person)).toMatchObject({ picture: false });
    expect(await (await Person.signIn(person)).traces()).not.toContainEqual(
      expect.stringContaining('pictures/'),
    );
  });

  test('says why a file is no picture', async ({ page }) => {
    await onProfile(page);
    await page.getByTestId('picture-input').setInputFiles({
      name: 'notes.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from('not a picture at all'),
    });
    await expect(page.getByTestId('picture-error')).toContainText('isn’t a photo');
    await expect(page.getByTestId('picture-choose')).toBeEnabled();
  });

  test('speaks another language at once, and after a reload', async ({ page }) => {
    const person = await onProfile(page);
    await page.getByTestId('language').selectOption('hi');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('प्रोफ़ाइल');
    await expect.poll(() => profileOf(person)).toMatchObject({ language: 'hi' });
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('प्रोफ़ाइल');
    await expect(page.locator('html')).toHaveAttribute('lang', 'hi');
  });

  test('has a theme and a goal of its own', async ({ page }) => {
    const person = await onProfile(page);
    const ground = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
    await page.getByText('Dark', { exact: true }).click();
    await expect.poll(ground).toBe('dark');
    await page.getByText('Calm me down', { exact: true }).click();
    await expect
      .poll(() => profileOf(person))
      .toMatchObject({ theme: 'dark', defaultGoal: 'calm' });
    await page.reload();
    await expect(page.getByTestId('theme-dark')).toBeChecked();
    await expect(page.getByTestId('default-goal-calm')).toBeChecked();
  });

  test('keeps photos only if it is asked to', async ({ page }) => {
    const person = await onProfile(page);
    const keep = page.getByTestId('keep-photos');
    await expect(keep).not.toBeChecked();
    await keep.check();
    await expect.poll(() => profileOf(person)).toMatchObject({ keepPhotos: true });
    await keep.uncheck();
    await expect.poll(() => profileOf(person)).toMatchObject({ keepPhotos: false });
  });

  test('is asked again when the notice has changed, and a record of each answer stays', async ({
    page,
  }) => {
    const credentials = await onProfile(page);
    const person = await Person.signIn(credentials);
    await writeAsFunction(`users/${person.uid}`, {
      consent: { given: true, version: 1n, at: new Date('2026-11-22') },
    });
    await expect(page.getByTestId('consent-state')).toContainText('changed since you agreed');
    await expect(page.getByTestId('consent-withdraw')).toBeVisible();
    const before = await documentsIn(`users/${person.uid}/consents`);

    const moodify = new MoodifyPage(page);
    await moodify.goTo('home');
    await moodify.give(astronaut);
    await expect(page.getByTestId('consent-changed')).toContainText('This notice has changed');
    await page.getByTestId('consent-accept').click();
    await expect(moodify.tracks).toHaveCount(TRACKS);
    expect(await profileOf(credentials)).toMatchObject({ consent: { given: true, version: 2 } });
    expect(await documentsIn(`users/${person.uid}/consents`)).toHaveLength(before.length + 1);
  });

  test('takes a consent back, and the next photo asks again', async ({ page }) => {
    const person = await onProfile(page);
    await expect(page.getByTestId('consent-state')).toContainText('You agreed on');
    await page.getByTestId('consent-withdraw').click();
    await expect(page.getByTestId('consent-state')).toContainText('You haven’t agreed');
    await expect.poll(() => profileOf(person)).toMatchObject({ consent: { given: false } });
    const moodify = new MoodifyPage(page);
    await moodify.goTo('home');
    await moodify.give(astronaut);
    await expect(page.getByTestId('consent-accept')).toBeVisible();
  });

  for (const { name, answer, isLeft } of [
    { name: 'leaves photos that were kept if the person says so', answer: 'cancel', isLeft: true },
    {
      name: 'deletes photos that were kept if the person says so, and no entry',
      answer: 'confirm',
      isLeft: false,
    },
  ]) {
    test(`${name}, when a consent is taken back`, async ({ page }) => {
      const moodify = new MoodifyPage(page);
      const credentials = await moodify.comeIn();
      await moodify.goTo('profile');
      await page.getByTestId('keep-photos').check();
      await expect.poll(() => profileOf(credentials)).toMatchObject({ keepPhotos: true });
      await moodify.goTo('home');
      await moodify.give(astronaut);
      await expect(moodify.tracks).toHaveCount(TRACKS);
      const person = await Person.signIn(credentials);
      const kept = async () => (await person.files()).some((name) => name.includes('kept/'));
      await expect.poll(kept).toBe(true);
      await moodify.goTo('profile');
      await page.getByTestId('consent-withdraw').click();
      await page.getByRole('alertdialog').getByTestId(answer).click();
      await expect(page.getByTestId('consent-state')).toContainText('You haven’t agreed');
      await expect.poll(kept).toBe(isLeft);
      await moodify.goTo('history');
      await expect(moodify.history).toHaveCount(1);
    });
  }
});

test('axe finds nothing wrong with the profile, its mistakes and its dialog', async ({ page }) => {
  // It looks at everything in two themes, one state after the other.
  test.setTimeout(180_000);
  await onProfile(page);
  await page.getByTestId('picture-input').setInputFiles(astronaut);
  await expect(page.getByTestId('picture')).toBeVisible();
  await page.getByTestId('picture-input').setInputFiles({
    name: 'notes.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('not a picture at all'),
  });
  await expect(page.getByTestId('picture-error')).toBeVisible();
  await expectAccessible(page, 'profile');
  await page.getByTestId('delete-account').click();
  await expectAccessible(page, 'before everything is deleted');
});

test.describe('the data of a person', () => {
  test('is downloaded in one file', async ({ page }) => {
    const person = await onProfile(page);
    await page.getByTestId('display-name').fill('Mira');
    await page.getByTestId('save-name').click();
    await expect.poll(() => profileOf(person)).toMatchObject({ displayName: 'Mira' });
    const begun = page.waitForEvent('download');
    await page.getByTestId('download-data').click();
    const download = await begun;
    expect(download.suggestedFilename()).toBe('moodify-data.zip');
    const files = unzip(await readFile(await download.path()));
    const data = JSON.parse(files.get('data.json')?.toString() ?? '') as { profile: object };
    expect(data.profile).toMatchObject({ displayName: 'Mira' });
    await expect(page.getByTestId('download-data')).toHaveText('Download my data');
  });

  test('that cannot be had is spoken of, and can be asked for again', async ({ page }) => {
    await page.route('**/api/v1/export', (route) => route.fulfill({ status: 503 }));
    await onProfile(page);
    await page.getByTestId('download-data').click();
    await expect(page.getByTestId('download-error')).toContainText('Something went wrong');
    await expect(page.getByTestId('download-data')).toBeEnabled();
  });
});

test.describe('an account', () => {
  test('is not deleted by who thinks better of it', async ({ page }) => {
    const person = await onProfile(page);
    let asked = 0;
    await page.route('**/api/v1/account', (route) => {
      asked += 1;
      return route.abort();
    });
    await page.getByTestId('delete-account').click();
    await expect(page.getByTestId('delete-dialog')).toContainText('This can’t be undone');
    await page.getByTestId('cancel').click();
    await expect(page.getByTestId('delete-dialog')).toBeHidden();
    expect(asked).toBe(0);
    await page.getByTestId('delete-account').click();
    await page.getByTestId('confirm').click();
    await expect(page.getByTestId('delete-error')).toContainText('connection was lost');
    expect(await (await Person.signIn(person)).hasAccount()).toBe(true);
  });

  test('is deleted with everything of the person, in Firestore, Storage and Auth', async ({
    page,
  }) => {
    const moodify = new MoodifyPage(page);
    const credentials = await moodify.comeIn();
    await moodify.give(astronaut);
    await expect(moodify.tracks).toHaveCount(TRACKS);
    await page.getByTestId('like').click();
    await moodify.goTo('profile');
    await page.getByTestId('keep-photos').check();
    await page.getByTestId('picture-input').setInputFiles(astronaut);
    await expect(page.getByTestId('picture')).toBeVisible();
    const person = await Person.signIn(credentials);
    await expect.poll(async () => (await person.traces()).length).toBeGreaterThan(4);
    expect(await person.traces()).toContainEqual(expect.stringContaining('pictures/'));

    await page.getByTestId('delete-account').click();
    await page.getByTestId('confirm').click();

    await expect(page.getByTestId('delete-dialog')).toBeHidden();
    await expect(page.getByTestId('page')).toBeHidden();
    await expect(page.getByTestId('notice')).toHaveText(
      'Your account has been deleted. Copies in backups are deleted within 7 days. Take care!',
    );
    expect(await person.traces()).toEqual([]);
    expect(await person.hasAccount()).toBe(false);
    // Nor does the page, or an event that was on its way, bring anything back.
    await page.waitForTimeout(4000);
    expect(await person.traces()).toEqual([]);
  });

  test('with five hundred entries says how far it is, and ends on the landing page', async ({
    page,
  }) => {
    const { moodify, credentials, uid, write } = await personWithPast(page, 0);
    const documents: Record<string, Fields> = {};
    for (let number = 0; number < 500; number += 1) {
      documents[`moods/entry-${number}-0123456789`] = { status: 'no_face', source: 'photo' };
      documents[`playlists/entry-${number}-0123456789`] = { requestHash: `hash-${number}` };
      documents[`feedback/track-${number}`] = { verdict: 'like' };
    }
    await write(documents);
    const person = await Person.signIn(credentials);
    const answers: number[] = [];
    // So that there is something to tell also where all goes in one call.
    await page.route('**/api/v1/account', async (route) => {
      if (answers.length === 0) {
        answers.push(202);
        await route.fulfill({
          status: 202,
          json: { status: 'erasing', deleted: 300, left: 1201 },
        });
        return;
      }
      const answer = await route.fetch();
      answers.push(answer.status());
      await route.fulfill({ response: answer });
    });
    await moodify.goTo('profile');
    await page.getByTestId('delete-account').click();
    await page.getByTestId('confirm').click();
    await expect(page.getByText('300 of 1,501 deleted')).toBeVisible();
    await expect(page.getByTestId('delete-progress')).toHaveAttribute('max', '1501');
    await expectAccessible(page, 'an account that is being deleted');

    await expect(page.getByText('Your account has been deleted.')).toBeVisible({ timeout: 60_000 });
    await expect(page.getByTestId('email')).toBeVisible();
    expect(new URL(page.url()).pathname).toBe('/');
    expect(answers.filter((status) => ![200, 202].includes(status))).toEqual([]);
    expect(await person.hasAccount()).toBe(false);
    expect((await person.traces()).filter((trace) => trace.includes(uid))).toEqual([]);
  });

  test('is downloaded only by who shows that it is theirs, if the sign-in is long ago', async ({
    page,
  }) => {
    const credentials = await onProfile(page);
    let asked = 0;
    await page.route('**/api/v1/export', async (route) => {
      asked += 1;
      await (asked <= 2
        ? route.fulfill({ status: 401, json: { status: 401, code: 'reauthentication_required' } })
        : route.continue());
    });
    await page.getByTestId('download-data').click();
    await page.getByTestId('confirm-identity').getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByTestId('download-data')).toBeEnabled();
    await expect(page.getByTestId('download-error')).toHaveCount(0);

    await page.getByTestId('download-data').click();
    await page.getByTestId('confirm-password').fill(credentials.password);
    const file = page.waitForEvent('download');
    await page.getByTestId('confirm-identity-submit').click();
    expect((await file).suggestedFilename()).toBe('moodify-data.zip');
    expect(asked).toBe(3);
  });

  test('is deleted only by who shows that it is theirs, if the sign-in is long ago', async ({
    page,
  }) => {
    const credentials = await onProfile(page);
    const person = await Person.signIn(credentials);
    let refused = 0;
    await page.route('**/api/v1/account', async (route) => {
      refused += 1;
      await (refused === 1
        ? route.fulfill({ status: 401, json: { status: 401, code: 'reauthentication_required' } })
        : route.continue());
    });
    await page.getByTestId('delete-account').click();
    await page.getByTestId('confirm').click();
    await page.getByTestId('confirm-password').fill(credentials.password);
    await page.getByTestId('confirm-identity-submit').click();
    await expect(page.getByText('Your account has been deleted.')).toBeVisible();
    expect(await person.hasAccount()).toBe(false);
  });
});

import { expect, test } from './test';
import { collection, doc, getDoc, getDocs } from 'firebase/firestore';
import { endAccount, follow, emailsTo, newPerson } from './account-emulator';
import { directAccess } from './direct-access';
import { Google } from './google';
import { MoodifyPage, TRACKS } from './moodify-page';
import { astronaut } from './photos';

test.describe('a guest', () => {
  test('comes in without an account, and keeps everything when they open one', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.enterAsGuest();
    await moodify.give(astronaut);
    await expect(moodify.tracks).toHaveCount(TRACKS);
    await expect(page.getByTestId('person')).toHaveText('Guest');

    await page.getByTestId('keep-account').click();
    const person = newPerson();
    await page
      .getByTestId('account-banner')
      .locator('xpath=..')
      .getByTestId('link-email')
      .fill(person.email);
    await page.getByTestId('link-password').first().fill(person.password);
    await page.getByTestId('link-account').first().click();
    await expect(page.getByTestId('person')).toHaveText(person.email);
    // What was in progress goes on.
    await expect(moodify.tracks).toHaveCount(TRACKS);

    const { firestore, uid, close } = await directAccess(person);
    expect((await getDocs(collection(firestore, 'users', uid, 'moods'))).size).toBe(1);
    await close();
    await moodify.signOut();
    await moodify.fill(person);
    await page.getByTestId('sign-in').click();
    await expect(moodify.history).toHaveCount(1);
  });

  test('cannot take the address of someone else', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    const other = await moodify.signUp();
    await moodify.signOut();
    await moodify.enterAsGuest({ agrees: false });
    await page.getByTestId('keep-account').click();
    await page.getByTestId('link-email').first().fill(other.email);
    await page.getByTestId('link-password').first().fill('another password 1');
    await page.getByTestId('link-account').first().click();
    await expect(moodify.error).toContainText('already an account');
    await expect(page.getByTestId('person')).toHaveText('Guest');
  });

  test('signs in to an account of theirs, which erases what they made as a guest', async ({
    page,
  }) => {
    const moodify = new MoodifyPage(page);
    const person = await moodify.signUp();
    await moodify.signOut();
    await moodify.enterAsGuest({ agrees: false });
    await page.getByTestId('mood-manual').locator('summary').click();
    await page.getByTestId('mood-pick-sad').click();
    await expect(moodify.tracks).toHaveCount(TRACKS);

    // The address is typed before they remember.
    await page.getByTestId('keep-account').click();
    const dialog = page.locator('account-banner dialog');
    await dialog.getByTestId('link-email').fill(person.email);
    await dialog.getByTestId('has-account').click();
    await expect(dialog.getByTestId('instead-email')).toBeFocused();
    await expect(dialog.getByTestId('instead-email')).toHaveValue(person.email);
    await expect(dialog).toContainText('doesn’t move to that account');
    await dialog.getByTestId('instead-password').fill('not the password');
    await dialog.getByTestId('sign-in-instead').click();
    await expect(dialog.getByTestId('error')).toContainText('Incorrect');
    await expect(page.getByTestId('person')).toHaveText('Guest');

    await dialog.getByTestId('instead-password').fill(person.password);
    const erased = page.waitForResponse('**/api/v1/account');
    await dialog.getByTestId('sign-in-instead').click();
    await expect(page.getByTestId('person')).toHaveText(person.email);
    expect((await erased).status()).toBe(200);
    await expect(moodify.history).toHaveCount(0);
    await expect(moodify.status).toHaveText('Ready when you are.');
    await expect(page.getByTestId('notice')).toHaveCount(0);
    await page.reload();
    await expect(page.getByTestId('person')).toHaveText(person.email);
  });

  test('is offered an account before leaving, also from the profile', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.enterAsGuest({ agrees: false });
    await page.getByTestId('sign-out').click();
    await page.getByTestId('alternative').click();
    const dialog = page.locator('account-banner dialog');
    await expect(dialog.getByTestId('link-email')).toBeVisible();
    await expect(page.getByTestId('person')).toHaveText('Guest');
    await page.keyboard.press('Escape');
    await moodify.goTo('profile');
    await page.getByTestId('guest-has-account').click();
    await expect(dialog.getByTestId('instead-email')).toBeVisible();
  });

  test('is warned that signing out erases, stays, then leaves nothing behind', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.enterAsGuest({ agrees: false });
    await page.getByTestId('sign-out').click();
    await expect(page.getByText('Guests can’t come back')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('person')).toHaveText('Guest');
    await page.getByTestId('sign-out').click();
    const erased = page.waitForResponse('**/api/v1/account');
    await page.getByTestId('confirm').click();
    expect((await erased).status()).toBe(200);
    await expect(page.getByTestId('email')).toBeVisible();
    await page.reload();
    await expect(page.getByTestId('try-anonymous')).toBeVisible();
  });
});

test.describe('an address', () => {
  test('is confirmed by an e-mail, which can be sent again', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    const person = await moodify.signUp();
    await expect(page.getByTestId('account-banner')).toContainText('confirm your email');
    expect(await emailsTo(person.email)).toMatchObject([{ requestType: 'VERIFY_EMAIL' }]);
    await page.getByTestId('banner-verify').click();
    await expect(page.getByTestId('account-done')).toContainText('emailed you a link');
    const emails = await emailsTo(person.email);
    expect(emails).toHaveLength(2);
    await follow(emails.at(-1));
    await page.reload();
    await expect(page.getByTestId('page')).toHaveAttribute('data-page', 'home');
    await expect(page.getByTestId('account-banner')).toHaveCount(0);
  });
});

test.describe('a password', () => {
  test('that is forgotten is chosen anew by an e-mail', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    const person = await moodify.signUp();
    await moodify.signOut();
    await page.getByTestId('email').fill(person.email);
    await page.getByTestId('reset-password').click();
    await expect(page.getByTestId('account-done')).toContainText('If this address has an account');
    const mail = (await emailsTo(person.email)).at(-1);
    expect(mail?.requestType).toBe('PASSWORD_RESET');
    await follow(mail, 'a new password 2');
    await moodify.fill({ ...person, password: 'a new password 2' });
    await page.getByTestId('sign-in').click();
    await expect(page.getByTestId('sign-out')).toBeVisible();
  });

  test('of an address without an account is not distinguished', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.open();
    await page.getByTestId('reset-password').click();
    await expect(moodify.error).toContainText('Enter your email');
    await page.getByTestId('email').fill(newPerson().email);
    await page.getByTestId('reset-password').click();
    await expect(page.getByTestId('account-done')).toContainText('If this address has an account');
    await expect(moodify.error).toHaveCount(0);
  });

  test('is changed by who knows it', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    const person = await moodify.signUp();
    await moodify.goTo('profile');
    const form = page.getByTestId('change-password');
    await form.locator('summary').click();
    await form.getByTestId('current-password').fill('not the password');
    await form.getByTestId('new-password').fill('a new password 3');
    await form.getByTestId('save-password').click();
    await expect(form.getByTestId('error')).toContainText('Incorrect');
    await form.getByTestId('current-password').fill(person.password);
    await form.getByTestId('save-password').click();
    await expect(form.getByTestId('account-done')).toContainText('changed');
    await moodify.signOut();
    await moodify.fill({ ...person, password: 'a new password 3' });
    await page.getByTestId('sign-in').click();
    await expect(page.getByTestId('sign-out')).toBeVisible();
  });
});

/** Since 1970, whole. */
const seconds = () => Math.floor(Date.now() / 1000);

test.describe('a session', () => {
  test('ends everywhere when the person says so', async ({ browser, page }) => {
    const moodify = new MoodifyPage(page);
    const person = await moodify.signUp();
    const other = await (await browser.newContext()).newPage();
    const elsewhere = new MoodifyPage(other);
    await elsewhere.open();
    await elsewhere.fill(person);
    await other.getByTestId('sign-in').click();
    await expect(other.getByTestId('sign-out')).toBeVisible();

    await moodify.goTo('profile');
    // Firebase counts in seconds: a session that began in the same second would go on.
    const begun = seconds();
    await expect.poll(seconds).toBeGreaterThan(begun);
    await page.getByTestId('sign-out-everywhere').click();
    await expect(page.getByTestId('email')).toBeVisible();
    // The other browser notices when it asks for more, as it does after a reload.
    await expect(async () => {
      await other.reload();
      await expect(other.getByTestId('email')).toBeVisible({ timeout: 15_000 });
    }).toPass();
    await other.context().close();
  });

  test('that the server ends is announced, and the page asked for comes after signing in', async ({
    page,
  }) => {
    const moodify = new MoodifyPage(page);
    const person = await moodify.signUp();
    await moodify.goTo('history');
    const { uid, close } = await directAccess(person);
    await close();
    await endAccount(uid);
    // As on coming back to a window after a while.
    await page.clock.install();
    await page.evaluate(() => {
      const set = (state: string) => {
        Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      };
      set('hidden');
      (window as unknown as { show: () => void }).show = () => {
        set('visible');
      };
    });
    await page.clock.fastForward('02:00');
    await page.evaluate(() => {
      (window as unknown as { show: () => void }).show();
    });
    await expect(page.getByTestId('email')).toBeVisible();
    await expect(page.getByTestId('notice')).toContainText('signed out');
  });

  test('ends in two windows at once', async ({ context, page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.signUp();
    const second = await context.newPage();
    await second.goto('/history');
    await expect(second.getByTestId('page')).toHaveAttribute('data-page', 'history');
    await moodify.signOut();
    await expect(second.getByTestId('email')).toBeVisible();
    await expect(second.getByTestId('notice')).toContainText('signed out');
  });
});

test.describe('Google', () => {
  test('lets a person in by a window of its own, with a name in any script', async ({
    complaints,
    context,
    page,
  }) => {
    const google = await Google.standIn(page);
    await context.route('**/emulator/auth/handler**', (route) => route.fulfill({ body: '' }));
    const moodify = new MoodifyPage(page);
    await moodify.open();
    const opened = page.waitForEvent('popup');
    await page.getByTestId('google').click();
    const popup = await opened;
    const handler = new URL(popup.url());
    expect(handler.searchParams.get('providerId')).toBe('google.com');
    await google.letIn(handler, newPerson().email, 'अनन्या شريف');
    await expect(page.getByTestId('person')).toHaveText('अनन्या شريف');
    // Firebase's own code throws this once it knows that the window may store something.
    expect(complaints.all.filter((words) => !words.includes('auth/internal-error'))).toEqual([]);
  });

  test('is gone to by the page itself where windows are blocked', async ({ page }) => {
    const google = await Google.standIn(page);
    await page.addInitScript(() => {
      window.open = () => null;
    });
    const handlers: URL[] = [];
    await page.route('**/emulator/auth/handler**', (route) => {
      handlers.push(new URL(route.request().url()));
      return route.fulfill({ body: '' });
    });
    const moodify = new MoodifyPage(page);
    await moodify.open();
    const { email } = newPerson();
    await page.getByTestId('google').click();
    await page.waitForURL('**/emulator/auth/handler**');
    expect(handlers).toHaveLength(1);
    await page.goto('/');
    await google.letIn(handlers[0], email, 'Anna');
    await expect(page.getByTestId('person')).toHaveText('Anna');
  });

  test('makes a guest a person with an account, who keeps the same entries', async ({
    context,
    page,
  }) => {
    const google = await Google.standIn(page);
    await context.route('**/emulator/auth/handler**', (route) => route.fulfill({ body: '' }));
    const moodify = new MoodifyPage(page);
    await moodify.enterAsGuest({ agrees: false });
    await page.getByTestId('mood-manual').locator('summary').click();
    await page.getByTestId('mood-pick-sad').click();
    await expect(moodify.tracks).toHaveCount(TRACKS);
    await page.getByTestId('keep-account').click();
    const opened = page.waitForEvent('popup');
    await page.getByTestId('keep-google').click();
    const { email } = newPerson();
    await google.letIn(new URL((await opened).url()), email, '');
    await expect(page.getByTestId('person')).toHaveText(email);
    await expect(page.getByTestId('account-banner')).toHaveCount(0);
    // What was in progress goes on, and is there again after a reload.
    await expect(moodify.tracks).toHaveCount(TRACKS);
    await page.reload();
    await expect(moodify.history).toHaveCount(1);
    await expect(moodify.history.first()).toContainText('sad');
  });

  test('shows whose account it is before it is deleted, of a person who has no password', async ({
    context,
    page,
  }) => {
    const google = await Google.standIn(page);
    await context.route('**/emulator/auth/handler**', (route) => route.fulfill({ body: '' }));
    let refused = 0;
    await page.route('**/api/v1/account', async (route) => {
      refused += 1;
      await (refused === 1
        ? route.fulfill({ status: 401, json: { status: 401, code: 'reauthentication_required' } })
        : route.continue());
    });
    const moodify = new MoodifyPage(page);
    await moodify.open();
    const { email } = newPerson();
    const first = page.waitForEvent('popup');
    await page.getByTestId('google').click();
    await google.letIn(new URL((await first).url()), email, 'Anna');
    await moodify.goTo('profile');
    await page.getByTestId('delete-account').click();
    await page.getByTestId('confirm').click();
    const identity = page.getByTestId('confirm-identity');
    await expect(identity.getByTestId('confirm-google')).toBeVisible();
    await expect(identity.getByTestId('confirm-password')).toHaveCount(0);

    // Somebody else's account is no proof.
    const stranger = page.waitForEvent('popup');
    await identity.getByTestId('confirm-google').click();
    await google.letIn(new URL((await stranger).url()), newPerson().email, 'Eve');
    await expect(identity.getByTestId('error')).toBeVisible();
    expect(refused).toBe(1);

    const second = page.waitForEvent('popup');
    await identity.getByTestId('confirm-google').click();
    await google.letIn(new URL((await second).url()), email, 'Anna');
    await expect(page.getByText('Your account has been deleted.')).toBeVisible();
    expect(refused).toBe(2);
  });

  test('that cannot be reached is said, and the other ways stay open', async ({ page }) => {
    await page.route('https://apis.google.com/**', (route) => route.abort());
    const moodify = new MoodifyPage(page);
    await moodify.open();
    await page.getByTestId('google').click();
    await expect(moodify.error).toContainText('Can’t reach Google');
    await expect(page.getByTestId('sign-in')).toBeEnabled();
  });
});

test.describe('consent', () => {
  test('can be given on a small screen without a search for the button', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await new MoodifyPage(page).comeIn('/', { agrees: false });
    await page.getByTestId('privacy-notice').click();
    await expect(page.getByTestId('consent-accept')).toBeInViewport({ ratio: 1 });
    await expect(page.getByTestId('consent-decline')).toBeInViewport({ ratio: 1 });
  });

  test('says how long each thing is kept, on a small screen, too', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await new MoodifyPage(page).comeIn('/', { agrees: false });
    await page.getByTestId('privacy-notice').click();
    const notice = page.getByTestId('consent-notice');
    await expect(notice).toContainText('Copies in backups are deleted within 7 days.');
    await page.getByTestId('retention-open').click();
    const table = notice.getByRole('table', { name: 'How long each thing is kept' });
    await expect(table.getByRole('row', { name: 'Daily backups' })).toContainText('7 days');
    await expect(table.getByRole('rowheader', { name: 'Technical logs' })).toBeVisible();
    const isWide = () => notice.evaluate((element) => element.scrollWidth > element.clientWidth);
    expect(await isWide()).toBe(false);
    await expect(page.getByTestId('consent-accept')).toBeInViewport({ ratio: 1 });
  });

  test('is asked before anything is sent, and what it says is kept with its version', async ({
    page,
  }) => {
    const moodify = new MoodifyPage(page);
    const person = await moodify.signUp('/', { agrees: false });
    const uploads: string[] = [];
    page.on('request', (request) => {
      if (/\/v0\/b\/|analyses/.test(request.url())) {
        uploads.push(request.url());
      }
    });
    await moodify.give(astronaut);
    await expect(page.getByTestId('consent-notice')).toBeVisible();
    for (const part of [
      'What Moodify reads',
      'What it stores',
      'For how long',
      'Not for work or school',
    ]) {
      await expect(page.getByTestId('consent-notice')).toContainText(part);
    }
    await page.getByTestId('consent-decline').click();
    await expect(moodify.status).toHaveText('Ready when you are.');
    expect(uploads).toEqual([]);

    await moodify.give(astronaut);
    await page.getByTestId('consent-accept').click();
    await expect(moodify.tracks).toHaveCount(TRACKS);
    expect(uploads.length).toBeGreaterThan(0);
    const { firestore, uid, close } = await directAccess(person);
    const profile = await getDoc(doc(firestore, 'users', uid));
    await close();
    expect(profile.get('consent.version')).toBe(2);
    const at = (profile.get('consent.at') as { toMillis: () => number }).toMillis();
    expect(Math.abs(Date.now() - at)).toBeLessThan(60_000);
    // It is not asked again.
    await page.reload();
    await moodify.give(astronaut);
    await expect(moodify.tracks).toHaveCount(TRACKS);
  });
});

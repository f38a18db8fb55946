import { expect, test } from './test';
import { doc, getDoc, setDoc } from 'firebase/firestore';
import { directAccess } from './direct-access';
import { MoodifyPage } from './moodify-page';

test.describe('the language', () => {
  test('is the one that the browser asks for, and is kept when another is chosen', async ({
    browser,
  }) => {
    const context = await browser.newContext({ locale: 'hi-IN' });
    const page = await context.newPage();
    await new MoodifyPage(page).open();
    await expect(page.getByTestId('sign-in')).toHaveText('साइन इन करें');
    await expect(page.locator('html')).toHaveAttribute('lang', 'hi');
    await expect(page).toHaveTitle(/हाव-भाव/);
    await page.getByTestId('language-en').click();
    await expect(page.getByTestId('sign-in')).toHaveText('Sign in');
    await page.reload();
    await expect(page.getByTestId('sign-in')).toHaveText('Sign in');
    await context.close();
  });

  test('of the profile holds wherever the person signs in, on every page', async ({
    browser,
    page,
  }) => {
    const moodify = new MoodifyPage(page);
    const person = await moodify.comeIn();
    const { firestore, uid, close } = await directAccess(person);
    await setDoc(doc(firestore, 'users', uid), { language: 'hi' }, { merge: true });
    await expect(page.getByTestId('sign-out')).toHaveText('साइन आउट करें');
    const zone = (await getDoc(doc(firestore, 'users', uid))).get('timeZone') as string;
    expect(zone).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
    await close();

    const context = await browser.newContext();
    const elsewhere = new MoodifyPage(await context.newPage());
    await elsewhere.open();
    await elsewhere.fill(person);
    await elsewhere.page.getByTestId('sign-in').click();
    await expect(elsewhere.page.getByTestId('sign-out')).toHaveText('साइन आउट करें');
    for (const name of ['history', 'insights', 'saved', 'profile', 'home'] as const) {
      await elsewhere.goTo(name);
      await expect(elsewhere.page.getByTestId('page').locator('h1').first()).toHaveText(
        /\p{Script=Devanagari}/u,
      );
    }
    await context.close();
  });
});

test.describe('the theme', () => {
  test('is the system’s until another is chosen, and is there at once after a reload', async ({
    page,
  }) => {
    const ground = () =>
      page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await page.emulateMedia({ colorScheme: 'dark' });
    const moodify = new MoodifyPage(page);
    await moodify.open();
    const dark = await ground();
    await page.getByTestId('theme').selectOption('light');
    const light = await ground();
    expect(light).not.toBe(dark);
    await page.reload();
    expect(await ground()).toBe(light);
    await page.getByTestId('theme').selectOption('dark');
    expect(await ground()).toBe(dark);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.getByTestId('theme').selectOption('system');
    expect(await ground()).toBe(light);
  });
});

test.describe('from right to left', () => {
  test('every page fits a narrow screen', async ({ page }) => {
    await page.addInitScript(() => {
      new MutationObserver(() => {
        if (document.documentElement.dir !== 'rtl') {
          document.documentElement.dir = 'rtl';
        }
      }).observe(document, { subtree: true, attributes: true, childList: true });
    });
    await page.setViewportSize({ width: 320, height: 640 });
    const overflow = () =>
      page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
    const moodify = new MoodifyPage(page);
    await moodify.open();
    expect(await overflow()).toBe(0);
    await moodify.comeIn();
    for (const name of ['home', 'history', 'insights', 'saved', 'profile'] as const) {
      await moodify.goTo(name);
      expect(await overflow(), name).toBe(0);
    }
  });
});

test.describe('the keyboard', () => {
  test('reaches everything: past the head of the page, to each page, with the focus on its heading', async ({
    page,
  }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn();
    await page.reload();
    await expect(page.getByTestId('page')).toHaveAttribute('data-page', 'home');
    await page.keyboard.press('Tab');
    await expect(page.locator('.skip')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('main')).toBeFocused();
    await page.getByTestId('nav-home').focus();
    await page.keyboard.press('Tab');
    await expect(page.getByTestId('nav-history')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('page')).toHaveAttribute('data-page', 'history');
    await expect(page.getByTestId('page').locator('h1')).toBeFocused();
    await expect(page).toHaveTitle('History · Moodify');
  });

  test('opens the notice, stays within it, and comes back to where it was', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.comeIn('/', { agrees: false });
    await page.getByTestId('privacy-notice').focus();
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('consent-notice')).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(page.getByTestId('retention-open')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.getByTestId('consent-decline')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('consent-notice')).toBeHidden();
    await expect(page.getByTestId('privacy-notice')).toBeFocused();
  });
});

test.describe('an address', () => {
  test('is shown after signing in, goes back and forth, and has a word for what is not there', async ({
    page,
  }) => {
    const moodify = new MoodifyPage(page);
    await page.goto('/insights');
    await expect(page.getByTestId('email')).toBeVisible();
    const person = await moodify.comeIn();
    await moodify.signOut();
    await page.goto('/insights');
    await moodify.fill(person);
    await page.getByTestId('sign-in').click();
    await expect(page.getByTestId('page')).toHaveAttribute('data-page', 'insights');
    await moodify.goTo('saved');
    await page.goBack();
    await expect(page.getByTestId('page')).toHaveAttribute('data-page', 'insights');
    const answer = await page.goto('/no/such/page');
    expect(answer?.status()).toBe(404);
    await expect(page.getByTestId('not-there')).toBeVisible();
    await page.getByTestId('not-there').getByRole('link').click();
    await expect(page.getByTestId('page')).toHaveAttribute('data-page', 'home');
  });
});

import { expect, test } from './test';
import { newPerson } from './account-emulator';
import { MoodifyPage } from './moodify-page';

test.describe('Google', () => {
  test('is offered nowhere where the project has not switched it on', async ({ page }) => {
    await page.route('/sign-in.json', (route) => route.fulfill({ json: { google: false } }));
    const google = page.locator('.google-button');
    const moodify = new MoodifyPage(page);
    await moodify.open();
    await expect(page.getByTestId('sign-in')).toBeEnabled();
    await expect(google).toHaveCount(0);
    await expect(page.locator('.account-or')).toHaveCount(0);

    await moodify.enterAsGuest({ agrees: false });
    await page.getByTestId('mood-manual').locator('summary').click();
    await page.getByTestId('mood-pick-sad').click();
    await page.getByTestId('keep-account').click();
    await expect(page.getByTestId('has-account')).toBeVisible();
    await expect(google).toHaveCount(0);
    await page.getByTestId('has-account').click();
    await expect(page.getByTestId('instead-password')).toBeVisible();
    await expect(google).toHaveCount(0);
    await page.keyboard.press('Escape');

    await page.goto('/profile');
    await expect(page.getByTestId('guest-has-account')).toBeVisible();
    await expect(google).toHaveCount(0);
  });
});

test.describe('an account', () => {
  test('is opened, left and entered again with the Enter key', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    const person = await moodify.signUp();
    await expect(page.getByText(person.email)).toBeVisible();
    await moodify.signOut();
    await moodify.fill(person);
    await page.getByTestId('password').press('Enter');
    await expect(page.getByTestId('sign-out')).toBeVisible();
  });

  test('is entered by nobody with a wrong password or an unknown address, who get one answer', async ({
    page,
  }) => {
    const moodify = new MoodifyPage(page);
    const person = await moodify.signUp();
    await moodify.signOut();
    await moodify.fill({ ...person, password: 'something else' });
    await page.getByTestId('sign-in').click();
    const answer = 'Incorrect email or password.';
    await expect(moodify.error).toContainText(answer);
    await moodify.fill(newPerson());
    await page.getByTestId('sign-in').click();
    await expect(page.getByTestId('sign-in')).toBeEnabled();
    await expect(moodify.error).toContainText(answer);
    await expect(page.getByTestId('password')).toBeFocused();
  });

  test('is not opened twice for one address', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    const person = await moodify.signUp();
    await moodify.signOut();
    await moodify.fill(person);
    await page.getByTestId('sign-up').click();
    await expect(moodify.error).toContainText('already an account');
  });

  test('is not opened with a weak password, an odd address or nothing at all', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.open();
    await page.getByTestId('sign-up').click();
    await expect(moodify.error).toContainText('Enter your email');
    await moodify.fill({ email: 'anna', password: 'secret-123' });
    await page.getByTestId('sign-up').click();
    await expect(moodify.error).toContainText('doesn’t look like an email');
    await moodify.fill({ ...newPerson(), password: '1234567' });
    await page.getByTestId('sign-up').click();
    await expect(moodify.error).toContainText('at least 8 characters');
    await moodify.fill({ ...newPerson(), password: 'P@ssw0rd!23' });
    await page.getByTestId('sign-up').click();
    await expect(moodify.error).toContainText('first that anyone would try');
  });

  test('shows its password to who asks for it', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.open();
    await moodify.fill(newPerson());
    await page.getByRole('button', { name: 'Show password' }).click();
    await expect(page.getByTestId('password')).toHaveAttribute('type', 'text');
  });

  test('that cannot be reached says so, and shows no error before it is tried', async ({
    context,
    page,
  }) => {
    const moodify = new MoodifyPage(page);
    await moodify.open();
    await expect(moodify.error).toHaveCount(0);
    await context.setOffline(true);
    await expect(page.getByTestId('offline')).toBeVisible();
    await moodify.fill(newPerson());
    await page.getByTestId('sign-in').click();
    await expect(moodify.error).toContainText('Can’t reach');
  });
});

import { expect, test } from './test';
import { changeAddress, emailsTo, newPerson, openAccount, type Email } from './account-emulator';
import { expectAccessible } from './axe';
import { MoodifyPage } from './moodify-page';

/** Where production's e-mails lead to; the emulator's lead to a page of its own. */
function ours(mail: Email | undefined): string {
  const { searchParams } = new URL(mail?.oobLink ?? 'about:no-email-came');
  return `/action?${searchParams.toString()}`;
}

test.describe('the link of an e-mail', () => {
  test('has a new password chosen, signs in with it, and works once', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    const person = await moodify.signUp();
    await moodify.signOut();
    await moodify.fill(person);
    await page.getByTestId('reset-password').click();
    await expect(page.getByTestId('account-done')).toBeVisible();
    const link = ours((await emailsTo(person.email)).at(-1));

    await page.goto(link);
    await expect(page.getByTestId('email-action')).toContainText(person.email);
    await expectAccessible(page, 'email action');
    await page.getByTestId('new-password').fill('short');
    await page.getByTestId('save-password').click();
    await expect(moodify.error).toBeVisible();
    await page.getByTestId('new-password').fill('another horse 42');
    await page.getByTestId('save-password').click();
    await expect(page.getByTestId('person')).toHaveText(person.email);
    await expect(page).toHaveURL(/\/$/);
    await moodify.signOut();
    await moodify.fill({ ...person, password: 'another horse 42' });
    await page.getByTestId('sign-in').click();
    await expect(page.getByTestId('person')).toHaveText(person.email);

    await page.goto(link);
    await expect(moodify.error).toContainText('already been used');
    await page.getByTestId('email-action-go').click();
    await expect(moodify.status).toHaveText('Ready when you are.');
  });

  test('confirms an address, also where nobody is signed in', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    const person = await moodify.signUp();
    await expect.poll(async () => (await emailsTo(person.email)).length).toBe(1);
    await moodify.signOut();

    await page.goto(ours((await emailsTo(person.email)).at(-1)));
    await expect(page.getByTestId('email-action')).toContainText('is confirmed');
    await page.getByTestId('email-action-go').click();
    await moodify.fill(person);
    await page.getByTestId('sign-in').click();
    await expect(page.getByTestId('person')).toHaveText(person.email);
    await expect(page.getByTestId('account-banner')).toHaveCount(0);
  });

  test('gives an account that was taken over its address back, once asked', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    const person = await openAccount();
    await changeAddress(person, newPerson().email);

    await page.goto(ours((await emailsTo(person.email)).at(-1)));
    await expect(page.getByTestId('email-action')).toContainText(`restore ${person.email}`);
    await page.getByTestId('recover-email').click();
    await expect(page.getByTestId('email-action')).toContainText('former email address');
    await page.getByTestId('reset-password').click();
    await expect(page.getByTestId('account-done')).toBeVisible();
    expect((await emailsTo(person.email)).at(-1)?.requestType).toBe('PASSWORD_RESET');
    await page.getByTestId('email-action-go').click();
    await moodify.fill(person);
    await page.getByTestId('sign-in').click();
    await expect(page.getByTestId('person')).toHaveText(person.email);
  });

  for (const link of [
    '/action',
    '/action?mode=signIn&oobCode=x',
    '/action?mode=verifyEmail&oobCode=nonsense',
  ]) {
    test(`that is ${link} says that it does not work`, async ({ page }) => {
      await page.goto(link);
      await expect(page.getByTestId('error')).toContainText('expired');
      await page.getByTestId('email-action-go').click();
      await expect(page.getByTestId('email')).toBeVisible();
    });
  }

  test('that cannot be reached can be tried again', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    const person = newPerson();
    await moodify.open();
    await moodify.fill(person);
    await page.getByTestId('sign-up').click();
    await expect.poll(async () => (await emailsTo(person.email)).length).toBe(1);
    await page.route(/accounts:update/, (route) => route.abort());
    await page.goto(ours((await emailsTo(person.email)).at(-1)));
    await expect(moodify.error).toContainText('Can’t reach');
    await page.unroute(/accounts:update/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByTestId('email-action')).toContainText('is confirmed');
  });
});

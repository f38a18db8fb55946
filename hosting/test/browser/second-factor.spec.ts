import { expect, test, type Page } from './test';
import { emailsTo, follow, openAccount, type Credentials } from './account-emulator';
import { expectAccessible } from './axe';
import { MoodifyPage } from './moodify-page';
import { codeOf, stubReversal, stubSecondFactor } from './second-factor-stub';

/** Signs somebody up who has confirmed their address, and opens the settings of the second factor. */
async function confirmed(page: Page): Promise<Credentials> {
  const moodify = new MoodifyPage(page);
  const person = await moodify.signUp('/', { agrees: false });
  await expect.poll(async () => (await emailsTo(person.email)).length).toBe(1);
  await follow((await emailsTo(person.email)).at(-1));
  await stubSecondFactor(page, person);
  await page.reload();
  await moodify.goTo('profile');
  await page.getByTestId('second-factor').locator('summary').click();
  return person;
}

/** Sets up an app, and returns its key. */
async function turnOn(page: Page): Promise<string> {
  await page.getByTestId('second-factor-begin').click();
  const key = (await page.getByTestId('second-factor-key').innerText()).replace(/\s/g, '');
  await page.getByTestId('factor-code').fill(codeOf(key));
  await page.getByTestId('second-factor-finish').click();
  await expect(page.getByTestId('second-factor-state')).toContainText('also asks for the code');
  return key;
}

test.describe('the code of an app', () => {
  test('is asked for at each sign-in, once it was turned on', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    const person = await confirmed(page);
    const key = await turnOn(page);
    await expectAccessible(page, 'profile with a second factor');

    await moodify.signOut();
    await moodify.fill(person);
    await page.getByTestId('sign-in').click();
    const question = page.getByTestId('code-question');
    await expectAccessible(page, 'question for a code');
    await question.getByTestId('factor-code').fill(codeOf(key, 99));
    await question.getByTestId('code-submit').click();
    await expect(question.getByTestId('code-wrong')).toBeVisible();
    await question.getByTestId('factor-code').fill(codeOf(key).replace(/^.../, '$& '));
    await question.getByTestId('code-submit').click();
    await expect(page.getByTestId('person')).toHaveText(person.email);
  });

  test('lets nobody in who does not give it', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    const person = await confirmed(page);
    await turnOn(page);
    await moodify.signOut();
    await moodify.fill(person);
    await page.getByTestId('sign-in').click();
    await page.getByTestId('code-question').getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByTestId('sign-in')).toBeEnabled();
    await expect(moodify.error).toHaveCount(0);
    await page.reload();
    await expect(page.getByTestId('email')).toBeVisible();
  });

  test('is asked for before everything is downloaded, if the sign-in is long ago', async ({
    page,
  }) => {
    const person = await confirmed(page);
    const key = await turnOn(page);
    let asked = 0;
    await page.route('**/api/v1/export', async (route) => {
      asked += 1;
      await (asked === 1
        ? route.fulfill({ status: 401, json: { status: 401, code: 'reauthentication_required' } })
        : route.continue());
    });
    await page.getByTestId('download-data').click();
    await page.getByTestId('confirm-password').fill(person.password);
    await page.getByTestId('confirm-identity-submit').click();
    const question = page.getByTestId('code-question');
    await question.getByTestId('factor-code').fill(codeOf(key));
    const file = page.waitForEvent('download');
    await question.getByTestId('code-submit').click();
    expect((await file).suggestedFilename()).toBe('moodify-data.zip');
  });

  test('is not turned on by a wrong one, and is asked for no more once it is turned off', async ({
    page,
  }) => {
    const moodify = new MoodifyPage(page);
    const person = await confirmed(page);
    await page.getByTestId('second-factor-begin').click();
    await page.getByTestId('factor-code').fill('12');
    await page.getByTestId('second-factor-finish').click();
    await expect(page.getByTestId('second-factor').getByTestId('error')).toContainText(
      'code isn’t right',
    );
    await page.reload();
    await page.getByTestId('second-factor').locator('summary').click();
    await turnOn(page);
    await page.getByTestId('second-factor-remove').click();
    await expect(page.getByTestId('second-factor-state')).toContainText('can also ask');
    await moodify.signOut();
    await moodify.fill(person);
    await page.getByTestId('sign-in').click();
    await expect(page.getByTestId('person')).toHaveText(person.email);
  });

  test('that somebody else has turned on is turned off by the link of the e-mail', async ({
    page,
  }) => {
    const { email } = await openAccount();
    const applied: unknown[] = [];
    await stubReversal(page, email, (code) => applied.push(code));
    await page.goto('/action?mode=revertSecondFactorAddition&oobCode=c1');
    await expect(page.getByTestId('email-action')).toContainText(`the account of ${email}`);
    await expectAccessible(page, 'an app to be removed');
    expect(applied).toEqual([]);
    await page.getByTestId('recover-email').click();
    await expect(page.getByTestId('email-action')).toContainText('has been removed');
    expect(applied).toEqual(['c1']);
    await page.getByTestId('reset-password').click();
    await expect
      .poll(async () => (await emailsTo(email)).at(-1)?.requestType)
      .toBe('PASSWORD_RESET');
  });

  test('can be added only once the address is confirmed', async ({ page }) => {
    const moodify = new MoodifyPage(page);
    await moodify.signUp('/', { agrees: false });
    await moodify.goTo('profile');
    await page.getByTestId('second-factor').locator('summary').click();
    await expect(page.getByTestId('second-factor-state')).toContainText('Confirm your email');
    await expect(page.getByTestId('second-factor-begin')).toHaveCount(0);
  });
});

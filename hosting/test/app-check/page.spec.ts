import { MoodifyPage, TRACKS } from '../browser/moodify-page';
import { astronaut } from '../browser/photos';
import { expect, test, type Page, type Request } from '../browser/test';
import { stack } from '../stack';
import { appCheckToken } from './local-app-check';
import { recaptchaSite } from './recaptcha-site';

/** Photo, music, other music, and then the end of the account: what asks each of the services. */
async function useMoodify(page: Page, site = ''): Promise<void> {
  const moodify = new MoodifyPage(page);
  await moodify.signUp(`${site}/`);
  await moodify.give(astronaut);
  await expect(moodify.tracks).toHaveCount(TRACKS);
  const reshuffled = page.waitForResponse('**/api/v1/playlists/*/reshuffle');
  await page.getByTestId('reshuffle').click();
  expect((await reshuffled).status()).toBe(202);
  await moodify.goTo('profile');
  const download = page.waitForEvent('download');
  await page.getByTestId('download-data').click();
  await download;
}

/** Whether a request carries a token of App Check, in one of the ways in which the SDK sends it. */
function carriesToken(request: Request): boolean {
  return (
    'x-firebase-appcheck' in request.headers() ||
    // Firestore sends headers within the first request of a channel.
    /x-firebase-appcheck/i.test(decodeURIComponent(request.url() + (request.postData() ?? '')))
  );
}

test('the page works where App Check is required, and sends its token everywhere', async ({
  complaints,
  page,
}) => {
  const asked = new Map<string, boolean>();
  const services = [
    ['functions', `${stack.page}/api/`],
    ['Authentication', `http://${stack.host}:${stack.auth}/identitytoolkit.googleapis.com/`],
    ['Firestore', `http://${stack.host}:${stack.firestore}/google.firestore`],
    ['Storage', `http://${stack.host}:${stack.storage}/`],
  ] as const;
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const [service] = services.find(([, address]) => request.url().startsWith(address)) ?? [];
    if (service) {
      asked.set(service, (asked.get(service) ?? false) || carriesToken(request));
    }
    if (/google|gstatic/.test(new URL(request.url()).hostname)) {
      elsewhere.push(request.url());
    }
  });

  await useMoodify(page);

  expect(Object.fromEntries(asked)).toEqual({
    ...{ functions: true, Authentication: true, Firestore: true, Storage: true },
  });
  expect(elsewhere).toEqual([]);
  await expect(page.getByTestId('recaptcha-note')).toHaveCount(0);
  expect(complaints.all).toEqual([]);
});

test('a page that gets no token says so', async ({ page }) => {
  await page.route(`http://${stack.host}:${stack.appCheck}/token`, (route) => route.abort());
  const moodify = new MoodifyPage(page);
  await moodify.signUp();
  await moodify.goTo('profile');

  await page.getByTestId('download-data').click();

  await expect(page.getByTestId('download-error')).toContainText('couldn’t be verified');
});

test('a token from before the keys changed is replaced', async ({ page }) => {
  const moodify = new MoodifyPage(page);
  await moodify.signUp();
  await moodify.goTo('profile');
  const answers: number[] = [];
  await page.route('**/api/v1/export', async (route, request) => {
    const headers = request.headers();
    const isFirst = answers.length === 0;
    const answer = await route.fetch({
      headers: { ...headers, ...(isFirst && { 'x-firebase-appcheck': 'of-other-keys' }) },
    });
    answers.push(answer.status());
    await route.fulfill({ response: answer });
  });

  const download = page.waitForEvent('download');
  await page.getByTestId('download-data').click();
  await download;

  expect(answers).toEqual([401, 200]);
});

test('with reCAPTCHA, under the policy that is deployed, the page works and says who watches', async ({
  complaints,
  page,
}) => {
  const site = await recaptchaSite();
  const exchanged: unknown[] = [];
  await page.route('https://www.google.com/recaptcha/enterprise.js?render=explicit', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: RECAPTCHA }),
  );
  await page.route('https://content-firebaseappcheck.googleapis.com/**', async (route, request) => {
    exchanged.push([new URL(request.url()).pathname, request.postDataJSON()]);
    await route.fulfill({
      headers: { 'access-control-allow-origin': '*' },
      json: { token: await appCheckToken(), ttl: '3600s' },
    });
  });
  await page.goto(site.address);
  await expect(page.getByTestId('recaptcha-note')).toContainText('protected by reCAPTCHA');

  await useMoodify(page, site.address);

  expect(exchanged[0]).toEqual([
    '/v1/projects/demo-moodify/apps/1:2:web:3:exchangeRecaptchaEnterpriseToken',
    { recaptcha_enterprise_token: 'answer-for-site-key' },
  ]);
  expect(complaints.all).toEqual([]);
  site.close();
});

/** As much of Google's script as the SDK asks for. */
const RECAPTCHA = `
  let siteKey;
  self.grecaptcha = {
    enterprise: {
      ready: (run) => run(),
      render: (container, options) => {
        siteKey = options.sitekey;
        options.callback();
        return 0;
      },
      execute: () => Promise.resolve('answer-for-' + siteKey),
    },
  };
`;

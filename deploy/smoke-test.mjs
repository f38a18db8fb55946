// Tries a deployed Moodify out, as a person would: signs up, sends a photo, waits for the emotion and the playlist, and
// erases the account. Speaks the REST interfaces that the page's SDK speaks, through the same rules.
//
//   node smoke-test.mjs --page https://PROJECT.web.app --photo astronaut.png [--timeout SECONDS] [--expects-app-check]
//
// Where the page is configured for App Check, a debug token in MOODIFY_APP_CHECK_DEBUG_TOKEN stands for reCAPTCHA; with
// --expects-app-check, a request without any token must be refused.
//
// Ends with 0 if everything was as it should be. Works against a local run too, whose page says where its emulators are.
import { randomBytes, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: {
    page: { type: 'string' },
    photo: { type: 'string' },
    timeout: { type: 'string', default: '120' },
    'expects-app-check': { type: 'boolean', default: false },
  },
});
if (!options.page || !options.photo) {
  console.error('Usage: node smoke-test.mjs --page ADDRESS --photo FILE [--timeout SECONDS]');
  process.exit(2);
}

/** How long a debug token may take until App Check knows it. */
const DEBUG_TOKEN_MS = 60_000;
const PAUSE_MS = 500;
const started = Date.now();

/** A step that did not go as it should, in a sentence. */
class Failure extends Error {}

/** Asks, and returns the answer; a status that is not expected is a failure, which names step and status. */
async function ask(step, address, init = {}, expected = [200]) {
  let response;
  try {
    response = await fetch(address, { ...init, signal: AbortSignal.timeout(60_000) });
  } catch (error) {
    throw new Failure(`${step}: ${new URL(address).host} did not answer (${error.cause?.code ?? error.message})`);
  }
  const text = await response.text();
  if (!expected.includes(response.status)) {
    throw new Failure(`${step}: expected ${expected.join(' or ')} but got ${response.status}: ${text.slice(0, 300)}`);
  }
  return { status: response.status, json: () => JSON.parse(text) };
}

const post = (body, headers = {}) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

/** Where the services are: Google's own addresses, or the emulators that a local page names. */
async function services(page) {
  const settings = (await ask("the page's settings", `${page}/__/firebase/init.json`)).json();
  if (!settings.projectId?.startsWith('demo-')) {
    return {
      settings,
      auth: 'https://identitytoolkit.googleapis.com',
      firestore: 'https://firestore.googleapis.com',
      storage: 'https://firebasestorage.googleapis.com',
    };
  }
  const emulators = (await ask("the emulators' addresses", `${page}/emulators.json`)).json();
  const address = ({ host, port }) => `http://${host}:${port}`;
  return {
    settings: { ...settings, apiKey: settings.apiKey ?? 'local' },
    auth: `${emulators.auth.replace(/\/$/, '')}/identitytoolkit.googleapis.com`,
    firestore: address(emulators.firestore),
    storage: address(emulators.storage),
  };
}

function report(what) {
  console.log(`  ${what}, after ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/** Asks until the answer is one to end with. */
async function until(step, question) {
  const end = Date.now() + Number(options.timeout) * 1000;
  for (;;) {
    const answer = await question();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Failure(`${step}: nothing after ${options.timeout} s`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** The header that says that a request is the page's; none where the page sends none. */
async function appCheckOf(page, { projectId, apiKey }) {
  const appCheck = (await ask("the page's settings for App Check", `${page}/app-check.json`)).json();
  if (appCheck.provider === undefined) return {};
  if (appCheck.provider === 'local') {
    const answer = await ask('a token of App Check', appCheck.address, { method: 'POST', headers: { Origin: page } });
    return { 'X-Firebase-AppCheck': answer.json().token };
  }
  const debugToken = process.env.MOODIFY_APP_CHECK_DEBUG_TOKEN;
  if (!debugToken) throw new Failure('the page is configured for App Check: set MOODIFY_APP_CHECK_DEBUG_TOKEN');
  const exchange = `https://firebaseappcheck.googleapis.com/v1/projects/${projectId}/apps/${appCheck.appId}:exchangeDebugToken`;
  const end = Date.now() + DEBUG_TOKEN_MS;
  const token = await until('a token of App Check', async () => {
    const isLast = Date.now() > end;
    const expected = isLast ? [200] : [200, 403, 404];
    const answer = await ask('a token of App Check', `${exchange}?key=${encodeURIComponent(apiKey)}`, post({ debugToken }), expected);
    return answer.status === 200 ? answer.json().token : undefined;
  });
  return { 'X-Firebase-AppCheck': token };
}

/** Google's services take up to a quarter of an hour to enforce; our own functions refuse at once. */
async function expectRefusal(page, headers) {
  const answer = await ask('asking without App Check', `${page}/api/v1/export`, { headers }, [401]);
  if (answer.json().code !== 'app_check_failed') {
    throw new Failure(`asking without App Check: refused, but not for that (${answer.json().code})`);
  }
  report('who is not the page is refused');
}

async function run(page) {
  const { settings, auth, firestore, storage } = await services(page);
  const appCheck = await appCheckOf(page, settings);
  const key = `key=${encodeURIComponent(settings.apiKey)}`;
  await ask('the page', `${page}/`);
  report('the page is there');

  const person = (
    await ask(
      'signing up',
      `${auth}/v1/accounts:signUp?${key}`,
      post(
        {
          email: `smoke-test-${randomUUID()}@example.com`,
          password: randomBytes(18).toString('base64url'),
          returnSecureToken: true,
        },
        appCheck,
      ),
    )
  ).json();
  const uid = person.localId;
  const bearer = { Authorization: `Bearer ${person.idToken}`, ...appCheck };
  const documents = `${firestore}/v1/projects/${settings.projectId}/databases/(default)/documents`;
  const document = async (step, path) => {
    const answer = await ask(step, `${documents}/${path}`, { headers: bearer }, [200, 404]);
    return answer.status === 200 ? answer.json().fields : undefined;
  };
  let erased = false;
  const erase = async () => {
    await until('erasing the account', async () => {
      const answer = await ask('erasing the account', `${page}/api/v1/account`, { method: 'DELETE', headers: bearer }, [200, 202]);
      return answer.status === 200 ? true : undefined;
    });
    erased = true;
  };

  try {
    report('a throw-away person has signed up');
    if (options['expects-app-check']) await expectRefusal(page, { Authorization: bearer.Authorization });
    await ask('agreeing that photos are read', `${page}/api/v1/consents`, post({ given: true, version: 2 }, bearer), [204]);
    const moodId = randomBytes(15).toString('base64url');
    await ask(
      'sending the photo',
      `${storage}/v0/b/${settings.storageBucket}/o?uploadType=media&name=${encodeURIComponent(`photos/${uid}/${moodId}`)}`,
      {
        method: 'POST',
        headers: { Authorization: `Firebase ${person.idToken}`, 'Content-Type': 'image/png', ...appCheck },
        body: await readFile(options.photo),
      },
    );
    report('the photo is sent');

    const mood = await until('reading the expression', async () => {
      const fields = await document('reading the entry', `users/${uid}/moods/${moodId}`);
      const status = fields?.status?.stringValue;
      return status === undefined || status === 'analyzing' ? undefined : fields;
    });
    if (mood.status.stringValue !== 'ready' || mood.emotion?.stringValue !== 'happy') {
      throw new Failure(`the astronaut looks ${mood.emotion?.stringValue ?? 'like nothing'} (${mood.status.stringValue}), not happy`);
    }
    report('the expression is read: happy');

    const playlist = await until('choosing music', () => document('reading the playlist', `users/${uid}/playlists/${moodId}`));
    const tracks = playlist.tracks?.arrayValue?.values ?? [];
    if (tracks.length < 5) throw new Failure(`the playlist has only ${tracks.length} tracks`);
    report(`the playlist has ${tracks.length} tracks`);

    await erase();
    // Also the token from before opens nothing any more.
    await ask('looking for the entry', `${documents}/users/${uid}/moods/${moodId}`, { headers: bearer }, [403]);
    await ask('looking for the account', `${auth}/v1/accounts:lookup?${key}`, post({ idToken: person.idToken }, appCheck), [400]);
    report('the person is erased');
  } finally {
    // Whatever went wrong, nobody stays behind.
    if (!erased) await erase().catch((error) => console.error(`  and ${uid} could not be erased: ${error.message}`));
  }
}

try {
  await run(options.page.replace(/\/$/, ''));
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  console.error(`The smoke test failed. ${error.message}`);
  process.exitCode = 1;
}

import type { FirebaseApp } from 'firebase/app';
import {
  CustomProvider,
  getToken,
  initializeAppCheck,
  ReCaptchaEnterpriseProvider,
  type AppCheckToken,
} from 'firebase/app-check';
import { loadScript } from '../shared/trusted-scripts';
import { codeOf } from './trouble';
import type { AppCheckSettings, LocalAppCheck, RecaptchaAppCheck } from './configuration';

/**
 * Returns a token that says that this is Moodify's own page; nothing if there is none to be had. Whether
 * that matters is for whoever is asked.
 *
 * @param isRefused whether the last one was refused, though it is not old
 */
export type AppToken = (isRefused: boolean) => Promise<string | undefined>;

declare global {
  interface Window {
    /** Where the SDK looks for it. */
    FIREBASE_APPCHECK_DEBUG_TOKEN?: string;
  }
}

/** How long reCAPTCHA may take before a request is sent without a token. */
const TIMEOUT_MS = 10_000;

const RECAPTCHA = 'https://www.google.com/recaptcha/enterprise.js?render=explicit';

/**
 * Has Firebase's SDK send a token of App Check to Firestore, Storage and Authentication from now on. A
 * module of its own, because the SDK for it is fetched only where the page is configured for it.
 */
export function startAppCheck(app: FirebaseApp, settings: AppCheckSettings): AppToken {
  if (settings.provider === 'recaptcha-enterprise' && settings.debugToken !== undefined) {
    self.FIREBASE_APPCHECK_DEBUG_TOKEN = settings.debugToken;
  }
  const appCheck = initializeAppCheck(app, {
    provider: settings.provider === 'local' ? local(settings) : recaptcha(settings),
    isTokenAutoRefreshEnabled: true,
  });
  return async (isRefused) => {
    try {
      return (await getToken(appCheck, isRefused)).token;
    } catch (error) {
      console.warn('There is no token of App Check', codeOf(error));
      return undefined;
    }
  };
}

function local({ address }: LocalAppCheck): CustomProvider {
  return new CustomProvider({
    getToken: async (): Promise<AppCheckToken> => {
      const answer = await fetch(address, { method: 'POST' });
      if (!answer.ok) {
        throw new Error(`${address} answered ${answer.status}`);
      }
      return (await answer.json()) as AppCheckToken;
    },
  });
}

/** What the SDK asks of a provider, which its types leave out. */
interface SdkProvider {
  initialize(app: FirebaseApp): void;
  getToken(): Promise<unknown>;
}

/**
 * Firebase's own provider fetches Google's script itself, and never says that it could not: where the
 * script is blocked, or the page was opened offline, every request would wait for ever. This one fetches
 * it first, gives up in time, and tries again when it is asked again.
 */
function recaptcha({ siteKey }: RecaptchaAppCheck): ReCaptchaEnterpriseProvider {
  const provider = new ReCaptchaEnterpriseProvider(siteKey);
  const sdk = provider as unknown as SdkProvider;
  const initialize = sdk.initialize.bind(provider);
  const getToken = sdk.getToken.bind(provider);
  let ready: Promise<void> | undefined;
  sdk.initialize = (app) => {
    const begin = async () => {
      try {
        await loadScript(RECAPTCHA);
      } catch (error) {
        ready = undefined;
        throw error;
      }
      initialize(app);
    };
    sdk.getToken = () => withinTime((ready ??= begin()).then(getToken));
    // Beside what else the page fetches; whether it works is seen when a token is asked for.
    ready = begin();
    ready.catch(() => undefined);
  };
  return provider;
}

async function withinTime<Result>(answer: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('reCAPTCHA does not answer'));
    }, TIMEOUT_MS);
  });
  return Promise.race([answer, late]).finally(() => {
    clearTimeout(timer);
  });
}

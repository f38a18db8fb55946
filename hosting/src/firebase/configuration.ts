import type { FirebaseOptions } from 'firebase/app';

/** Where the emulators of a local run listen; written beside the page by that run alone. */
export interface EmulatorAddresses {
  readonly auth: string;
  readonly firestore: { readonly host: string; readonly port: number };
  readonly storage: { readonly host: string; readonly port: number };
}

/** How the page shows in production that it is Moodify's own; written beside it by `./moodify deploy`. */
export interface RecaptchaAppCheck {
  readonly provider: 'recaptcha-enterprise';
  readonly siteKey: string;
  /** The web app that is registered with App Check, should Hosting name another or none. */
  readonly appId?: string;
  /** Stands for reCAPTCHA while somebody tests a page; no deployment has one. */
  readonly debugToken?: string;
}

/** The same in a local run that asks for it, see docs/local.md. */
export interface LocalAppCheck {
  readonly provider: 'local';
  readonly address: string;
}

export type AppCheckSettings = RecaptchaAppCheck | LocalAppCheck;

/** How people may sign in beside a password and as a guest; written beside the page by `./moodify deploy`. */
export interface SignInWays {
  /** Whether the project has Google's provider switched on. */
  readonly google: boolean;
}

/** Which project serves this page. */
export interface Configuration {
  readonly options: FirebaseOptions;
  readonly signInWays: SignInWays;
  /** Absent in production. */
  readonly emulators?: EmulatorAddresses;
  /** Absent where nobody asks. */
  readonly appCheck?: AppCheckSettings;
}

/** Firebase reserves these project names for what runs against emulators only. */
const DEMO = 'demo-';

/**
 * Asks which project this page was served by, and in a local run where its emulators are.
 *
 * @throws Error if the configuration cannot be had, such as when offline
 */
export async function fetchConfiguration(): Promise<Configuration> {
  const [options, signInWays, appCheck] = await Promise.all([
    fetchJson<FirebaseOptions>('/__/firebase/init.json'),
    fetchJson<SignInWays>('/sign-in.json'),
    fetchJson<AppCheckSettings | Record<string, never>>('/app-check.json'),
  ]);
  return {
    options,
    signInWays,
    ...(options.projectId?.startsWith(DEMO) && {
      emulators: await fetchJson<EmulatorAddresses>('/emulators.json'),
    }),
    ...(isProvided(appCheck) && { appCheck }),
  };
}

function isProvided(
  settings: AppCheckSettings | Record<string, never>,
): settings is AppCheckSettings {
  return 'provider' in settings;
}

async function fetchJson<Content>(address: string): Promise<Content> {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`${address} answered ${response.status}`);
  }
  return (await response.json()) as Content;
}

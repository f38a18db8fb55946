import { initializeApp, type FirebaseApp, type FirebaseOptions } from 'firebase/app';
import {
  browserLocalPersistence,
  connectAuthEmulator,
  indexedDBLocalPersistence,
  initializeAuth,
  type Auth,
} from 'firebase/auth';
import type { AppToken } from './app-check';
import type { AppCheckSettings, Configuration, EmulatorAddresses } from './configuration';

/** The Firebase project that serves this page. */
export interface Project {
  readonly app: FirebaseApp;
  readonly auth: Auth;
  /** Absent in production. */
  readonly emulators?: EmulatorAddresses;
  /** Absent where the page is not configured for App Check. */
  readonly appToken?: AppToken;
  /** Whether reCAPTCHA watches, which people are told. */
  readonly usesRecaptcha: boolean;
}

/**
 * Opens the project that this page was served by, or the emulators of a local run. Only what signing
 * in needs is loaded here; Firestore and Storage come with the main page.
 */
export async function openProject(configuration: Configuration): Promise<Project> {
  const { options, emulators, appCheck } = configuration;
  // Google's way back leads to this very site: browsers keep the storage of others apart from it.
  const app = initializeApp({ ...options, authDomain: location.host, ...registeredApp(appCheck) });
  // Before anything else of Firebase, whose every request is to carry a token.
  const appToken = appCheck && (await import('./app-check')).startAppCheck(app, appCheck);
  // No pop-up resolver: it would load a frame and scripts of another origin at start.
  const auth = initializeAuth(app, {
    persistence: [indexedDBLocalPersistence, browserLocalPersistence],
  });
  if (emulators) {
    // In the same breath: who is signed in already is looked up at once, and must not be at Google's.
    connectAuthEmulator(auth, emulators.auth, { disableWarnings: true });
  }
  return {
    app,
    auth,
    ...(emulators && { emulators }),
    ...(appToken && { appToken }),
    usesRecaptcha: appCheck?.provider === 'recaptcha-enterprise',
  };
}

function registeredApp(appCheck: AppCheckSettings | undefined): FirebaseOptions {
  return appCheck?.provider === 'recaptcha-enterprise' && appCheck.appId !== undefined
    ? { appId: appCheck.appId }
    : {};
}

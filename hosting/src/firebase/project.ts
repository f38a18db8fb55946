import { initializeApp, type FirebaseApp, type FirebaseOptions } from 'firebase/app';
import {
  browserLocalPersistence,
  connectAuthEmulator,
  indexedDBLocalPersistence,
  initializeAuth,
  type Auth,
} from 'firebase/auth';

/** Where the emulators of a local run listen; written beside the page by that run alone. */
export interface EmulatorAddresses {
  readonly auth: string;
  readonly firestore: { readonly host: string; readonly port: number };
  readonly storage: { readonly host: string; readonly port: number };
}

/** The Firebase project that serves this page. */
export interface Project {
  readonly app: FirebaseApp;
  readonly auth: Auth;
  /** Absent in production. */
  readonly emulators?: EmulatorAddresses;
}

/** Firebase reserves these project names for what runs against emulators only. */
const DEMO = 'demo-';

/**
 * Opens the project that this page was served by, or the emulators of a local run. Only what signing
 * in needs is loaded here; Firestore and Storage come with the main page.
 *
 * @throws Error if the configuration cannot be had, such as when offline
 */
export async function openProject(): Promise<Project> {
  const options = await fetchJson<FirebaseOptions>('/__/firebase/init.json');
  const emulators = options.projectId?.startsWith(DEMO)
    ? await fetchJson<EmulatorAddresses>('/emulators.json')
    : undefined;
  // Google's way back leads to this very site: browsers keep the storage of others apart from it.
  const app = initializeApp({ ...options, authDomain: location.host });
  // No pop-up resolver: it would load a frame and scripts of another origin at start.
  const auth = initializeAuth(app, {
    persistence: [indexedDBLocalPersistence, browserLocalPersistence],
  });
  if (!emulators) {
    return { app, auth };
  }
  // In the same breath: who is signed in already is looked up at once, and must not be at Google's.
  connectAuthEmulator(auth, emulators.auth, { disableWarnings: true });
  return { app, auth, emulators };
}

async function fetchJson<Content>(address: string): Promise<Content> {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`${address} answered ${response.status}`);
  }
  return (await response.json()) as Content;
}

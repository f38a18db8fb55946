import { initializeApp, type FirebaseApp } from 'firebase/app';
import {
  browserLocalPersistence,
  connectAuthEmulator,
  indexedDBLocalPersistence,
  initializeAuth,
  type Auth,
} from 'firebase/auth';
import type { Configuration, EmulatorAddresses } from './configuration';

/** The Firebase project that serves this page. */
export interface Project {
  readonly app: FirebaseApp;
  readonly auth: Auth;
  /** Absent in production. */
  readonly emulators?: EmulatorAddresses;
}

/**
 * Opens the project that this page was served by, or the emulators of a local run. Only what signing
 * in needs is loaded here; Firestore and Storage come with the main page.
 */
export function openProject({ options, emulators }: Configuration): Project {
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

import { deleteApp, initializeApp } from 'firebase/app';
import {
  connectAuthEmulator,
  inMemoryPersistence,
  initializeAuth,
  signInWithEmailAndPassword,
} from 'firebase/auth';
import {
  connectFirestoreEmulator,
  getFirestore,
  setLogLevel,
  type Firestore,
} from 'firebase/firestore';
import { connectStorageEmulator, getStorage, type FirebaseStorage } from 'firebase/storage';
import { stack } from '../stack';
import type { Credentials } from './account-emulator';

/** What someone can reach who is signed in but does not use the page. */
export interface DirectAccess {
  readonly uid: string;
  readonly firestore: Firestore;
  readonly storage: FirebaseStorage;
  readonly close: () => Promise<void>;
}

/** Signs in with the SDK alone. */
export async function directAccess({ email, password }: Credentials): Promise<DirectAccess> {
  setLogLevel('silent');
  const { host, projectId } = stack;
  const app = initializeApp(
    { projectId, apiKey: 'fake-api-key', storageBucket: `${projectId}.appspot.com` },
    email,
  );
  const auth = initializeAuth(app, { persistence: inMemoryPersistence });
  connectAuthEmulator(auth, `http://${host}:${stack.auth}`, { disableWarnings: true });
  const { user } = await signInWithEmailAndPassword(auth, email, password);
  const firestore = getFirestore(app);
  connectFirestoreEmulator(firestore, host, stack.firestore);
  const storage = getStorage(app);
  connectStorageEmulator(storage, host, stack.storage);
  return { uid: user.uid, firestore, storage, close: () => deleteApp(app) };
}

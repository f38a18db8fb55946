import {
  clearIndexedDbPersistence,
  connectFirestoreEmulator,
  initializeFirestore,
  persistentLocalCache,
  persistentMultipleTabManager,
  terminate,
  type Firestore,
} from 'firebase/firestore';
import { connectStorageEmulator, getStorage, type FirebaseStorage } from 'firebase/storage';
import type { Project } from './project';
import { codeOf } from './trouble';

/** Where a person's entries and photos are kept. */
export interface Stores {
  readonly firestore: Firestore;
  readonly storage: FirebaseStorage;
}

/** The default of ten minutes is longer than anyone looks at a bar that does not move. */
const MAX_UPLOAD_RETRY_MS = 90_000;

const opened = new WeakMap<Project, Stores>();

/** Opens the stores of a project, once. */
export function openStores(project: Project): Stores {
  let stores = opened.get(project);
  if (!stores) {
    stores = connect(project);
    opened.set(project, stores);
  }
  return stores;
}

/**
 * Closes the stores and forgets what they kept in this browser, so that the next person at the same
 * machine finds nothing of this one.
 */
export async function closeStores(project: Project): Promise<void> {
  const stores = opened.get(project);
  if (!stores) {
    return;
  }
  opened.delete(project);
  await terminate(stores.firestore);
  try {
    await clearIndexedDbPersistence(stores.firestore);
  } catch (error) {
    // Another window has them open; it is signed out as well, and the last one to close forgets them.
    console.warn('What was kept in this browser is still in use', codeOf(error));
  }
}

function connect({ app, emulators }: Project): Stores {
  // Kept in this browser, so that what was once shown can be shown without a connection.
  const firestore = initializeFirestore(app, {
    localCache: persistentLocalCache({ tabManager: persistentMultipleTabManager() }),
  });
  const storage = getStorage(app);
  storage.maxUploadRetryTime = MAX_UPLOAD_RETRY_MS;
  if (emulators) {
    connectFirestoreEmulator(firestore, emulators.firestore.host, emulators.firestore.port);
    connectStorageEmulator(storage, emulators.storage.host, emulators.storage.port);
  }
  return { firestore, storage };
}

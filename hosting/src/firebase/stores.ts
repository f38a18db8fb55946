import { connectFirestoreEmulator, getFirestore, type Firestore } from 'firebase/firestore';
import { connectStorageEmulator, getStorage, type FirebaseStorage } from 'firebase/storage';
import type { Project } from './project';

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

function connect({ app, emulators }: Project): Stores {
  const firestore = getFirestore(app);
  const storage = getStorage(app);
  storage.maxUploadRetryTime = MAX_UPLOAD_RETRY_MS;
  if (emulators) {
    connectFirestoreEmulator(firestore, emulators.firestore.host, emulators.firestore.port);
    connectStorageEmulator(storage, emulators.storage.host, emulators.storage.port);
  }
  return { firestore, storage };
}

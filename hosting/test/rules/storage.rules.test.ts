import {
  assertFails,
  assertSucceeds,
  type RulesTestEnvironment,
} from '@firebase/rules-unit-testing';
import {
  deleteObject,
  getBytes,
  getMetadata,
  listAll,
  ref,
  updateMetadata,
  uploadBytes,
  type FirebaseStorage,
  type StorageReference,
  type UploadMetadata,
} from 'firebase/storage';
import { afterAll, beforeAll, beforeEach, describe, test } from 'vitest';
import { writeAsFunction } from '../browser/as-function';
import { readAccessTable } from './access-table';
import { contextOf, OWNER, storageEnvironment } from './environment';

const BUCKET = 'gs://demo-moodify-rules.appspot.com';
const PICTURE = `pictures/${OWNER}`;
const PHOTO = `photos/${OWNER}/mood0123456789abcdef`;
const KEPT = `kept/${OWNER}/mood0123456789abcdef`;
const EXPORT = `exports/${OWNER}/export0123456789.zip`;
const TEN_MEGABYTES = 10 * 1024 * 1024;
const JPEG: UploadMetadata = { contentType: 'image/jpeg' };

const GOAL = { customMetadata: { goal: 'calm' } };
/** What would open an object for whoever knows it, past these rules. */
const TOKEN = { customMetadata: { firebaseStorageDownloadTokens: '1' } };
/** Nobody's time any more. */
const EPOCH = new Date(0);

type Operation = 'get' | 'list' | 'create' | 'update' | 'delete';

const TABLE = readAccessTable<Operation>(`
  path                              | asker           | get | list | create | update | delete
  ${PHOTO}                          | owner           | yes | no   | yes    | no     | yes
  ${PHOTO}                          | other           | no  | no   | no     | no     | no
  ${PHOTO}                          | unauthenticated | no  | no   | no     | no     | no
  ${PHOTO}/below                    | owner           | no  | no   | no     | no     | no
  photos/photo0123456789abcdef      | owner           | no  | no   | no     | no     | no
  ${KEPT}                           | owner           | yes | no   | no     | no     | yes
  ${KEPT}                           | other           | no  | no   | no     | no     | no
  ${KEPT}                           | unauthenticated | no  | no   | no     | no     | no
  ${KEPT}/below                     | owner           | no  | no   | no     | no     | no
  ${EXPORT}                         | owner           | yes | no   | no     | no     | no
  ${EXPORT}                         | other           | no  | no   | no     | no     | no
  ${EXPORT}                         | unauthenticated | no  | no   | no     | no     | no
  ${EXPORT}/below                   | owner           | no  | no   | no     | no     | no
  ${PICTURE}                        | owner           | yes | no   | yes    | no     | yes
  ${PICTURE}                        | other           | no  | no   | no     | no     | no
  ${PICTURE}                        | unauthenticated | no  | no   | no     | no     | no
  ${PICTURE}/below                  | owner           | no  | no   | no     | no     | no
  elsewhere/alice/photo0123456789ab | owner           | no  | no   | no     | no     | no
  photo0123456789abcdef             | owner           | no  | no   | no     | no     | no
  photo0123456789abcdef             | unauthenticated | no  | no   | no     | no     | no
`);

let environment: RulesTestEnvironment;

beforeAll(async () => {
  environment = await storageEnvironment();
});

afterAll(async () => {
  await environment.cleanup();
});

beforeEach(async () => {
  await environment.withSecurityRulesDisabled((context) => clear(ref(storage(context))));
  await note(`revocations/${OWNER}`, { validAfter: EPOCH });
  await note(`users/${OWNER}/limits/photos`, { until: EPOCH });
});

/** The test library's own clearing stops at the first folder. */
async function clear(folder: StorageReference): Promise<void> {
  const { items, prefixes } = await listAll(folder);
  await Promise.all([...items.map(deleteObject), ...prefixes.map(clear)]);
}

/** The test library hands out the older type of the same Storage. */
const storage = (context: { storage(bucket: string): unknown }) =>
  context.storage(BUCKET) as FirebaseStorage;

const ownersStorage = () => storage(contextOf(environment, 'owner'));

const store = (path: string) =>
  environment.withSecurityRulesDisabled(async (context) => {
    await uploadBytes(ref(storage(context), path), new Uint8Array(8), JPEG);
  });

/**
 * Notes what the rules of the bucket look at. The emulator looks into the Firestore of the stack's own
 * project.
 */
const note = writeAsFunction;

function perform(bucket: FirebaseStorage, operation: Operation, path: string): Promise<unknown> {
  const object = ref(bucket, path);
  switch (operation) {
    case 'get':
      return getBytes(object);
    case 'list':
      return listAll(object.parent ?? object.root);
    case 'create':
      return uploadBytes(object, new Uint8Array(8), JPEG);
    case 'update':
      return updateMetadata(object, path === PICTURE ? { cacheControl: 'private' } : GOAL);
    case 'delete':
      return deleteObject(object);
  }
}

describe('who may do what', () => {
  for (const { path, asker, operation, allowed } of TABLE) {
    test(`${asker} ${allowed ? 'may' : 'may not'} ${operation} ${path}`, async () => {
      if (operation !== 'create') {
        await store(path);
      }

      const outcome = perform(storage(contextOf(environment, asker)), operation, path);

      await (allowed ? assertSucceeds(outcome) : assertFails(outcome));
    });
  }

  test('another person may not see that a photo is there', async () => {
    await store(PHOTO);
    await assertFails(getMetadata(ref(storage(contextOf(environment, 'other')), PHOTO)));
  });

  test('the owner may take a photo again under the same name', async () => {
    await store(PHOTO);
    await assertSucceeds(uploadBytes(ref(ownersStorage(), PHOTO), new Uint8Array(9), JPEG));
  });

  test('another person may not put a photo in its place', async () => {
    await store(PHOTO);
    const other = storage(contextOf(environment, 'other'));
    await assertFails(uploadBytes(ref(other, PHOTO), new Uint8Array(9), JPEG));
  });
});

describe('metadata that is there', () => {
  const changes: UploadMetadata[] = [
    TOKEN,
    { contentType: 'text/html' },
    { cacheControl: 'public' },
  ];

  describe.each([PHOTO, KEPT, EXPORT, PICTURE])('of %s', (path) => {
    test.each(changes)('may not become %j, of the owner either', async (change) => {
      await store(path);
      await assertFails(updateMetadata(ref(ownersStorage(), path), change));
    });
  });
});

describe('a photo', () => {
  const upload = (size: number, metadata: UploadMetadata, path = PHOTO) =>
    uploadBytes(ref(ownersStorage(), path), new Uint8Array(size), metadata);

  test.each<[string, number, UploadMetadata]>([
    ['be 10 MB', TEN_MEGABYTES, JPEG],
    ['be empty, so that the function can say so', 0, JPEG],
    ...['png', 'webp', 'gif', 'bmp', 'heic', 'heif', 'avif', 'jxl', 'jp2', 'tiff', 'x-icon'].map(
      (type): [string, number, UploadMetadata] => [
        `be ${type}, so that the function can read it or say why not`,
        8,
        { contentType: `image/${type}` },
      ],
    ),
    ['ask for a goal', 8, { ...JPEG, customMetadata: { goal: 'lift' } }],
  ])('may %s', async (_, size, metadata) => {
    await assertSucceeds(upload(size, metadata));
  });

  test.each<[string, number, UploadMetadata]>([
    ['be a byte above 10 MB', TEN_MEGABYTES + 1, JPEG],
    ['be text', 8, { contentType: 'text/plain' }],
    ['be a video', 8, { contentType: 'video/mp4' }],
    ['be an image in name only', 8, { contentType: 'application/image/png' }],
    ['be a nameless image', 8, { contentType: 'image/' }],
    ['be an image of any name', 8, { contentType: 'image/x' }],
    ['be a drawing, which can hold a script', 8, { contentType: 'image/svg+xml' }],
    ['be of a type and another', 8, { contentType: 'image/jpeg; text/html' }],
    ['bring a field of its own', 8, { ...JPEG, customMetadata: { note: 'x' } }],
  ])('may not %s', async (_, size, metadata) => {
    await assertFails(upload(size, metadata));
  });

  test.each(['short', 'with a space 0123456789', 'dots.0123456789abcdef', 'x'.repeat(129)])(
    'may not be named %j',
    async (name) => {
      await assertFails(upload(8, JPEG, `photos/${OWNER}/${name}`));
    },
  );
});

describe('a person whose sign-ins before second 1000 are revoked', () => {
  const everything = TABLE.filter(({ allowed }) => allowed);

  for (const { path, operation } of everything) {
    test.each<[number, boolean]>([
      [999, false],
      [1000, true],
    ])(`and who signed in at second %d: may ${operation} ${path}: %s`, async (time, allowed) => {
      await note(`revocations/${OWNER}`, { validAfter: new Date(1_000_000) });
      if (operation !== 'create') {
        await store(path);
      }

      const bucket = storage(environment.authenticatedContext(OWNER, { auth_time: time }));
      const outcome = perform(bucket, operation, path);

      await (allowed ? assertSucceeds(outcome) : assertFails(outcome));
    });
  }
});

describe('a person with too many photos', () => {
  test.each<[string, number, boolean]>([
    ['may not upload another', 30_000, false],
    ['may again, once the time is over', -1000, true],
  ])('%s', async (_, milliseconds, allowed) => {
    const until = new Date(Date.now() + milliseconds);
    await note(`users/${OWNER}/limits/photos`, { until });
    const upload = uploadBytes(ref(ownersStorage(), PHOTO), new Uint8Array(8), JPEG);
    await (allowed ? assertSucceeds(upload) : assertFails(upload));
  });
});

describe('a picture of the person', () => {
  const upload = (size: number, metadata: UploadMetadata) =>
    uploadBytes(ref(ownersStorage(), PICTURE), new Uint8Array(size), metadata);

  test.each<[string, number, UploadMetadata]>([
    ['256 KiB of JPEG', 256 * 1024, JPEG],
    ['WebP', 8, { contentType: 'image/webp' }],
    ['PNG', 8, { contentType: 'image/png' }],
  ])('may be %s', async (_, size, metadata) => {
    await assertSucceeds(upload(size, metadata));
  });

  test.each<[string, number, UploadMetadata]>([
    ['a byte larger', 256 * 1024 + 1, JPEG],
    ['empty', 0, JPEG],
    ['an SVG, which can hold a script', 8, { contentType: 'image/svg+xml' }],
    ['HEIC, which few browsers show', 8, { contentType: 'image/heic' }],
    ['text', 8, { contentType: 'text/html' }],
  ])('may not be %s', async (_, size, metadata) => {
    await assertFails(upload(size, metadata));
  });

  test('may be put in the place of the one before', async () => {
    await store(PICTURE);
    await assertSucceeds(upload(9, JPEG));
  });

  test('may not be put there by another person', async () => {
    const other = storage(contextOf(environment, 'other'));
    await assertFails(uploadBytes(ref(other, PICTURE), new Uint8Array(9), JPEG));
  });
});

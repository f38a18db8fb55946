import { expect, test } from 'vitest';
import { eraseAccount, exportData } from './generated/sdk.gen';
import { eventually, Person } from './person';
import { unzip } from './unzip';

/** What a ZIP holds. */
async function filesIn(zip: object | undefined): Promise<Map<string, Buffer>> {
  if (!(zip instanceof Blob)) {
    throw new Error('The answer is no file');
  }
  return unzip(Buffer.from(await zip.arrayBuffer()));
}

test('the export is a ZIP with everything that is kept of a person', async () => {
  const person = await Person.withPassword();
  await person.write('', {
    displayName: { stringValue: 'Ada <b>Löwe</b> 爱' },
    keepPhotos: { booleanValue: true },
  });
  const moodId = await person.upload();
  await eventually('the playlist', () => person.document(`playlists/${moodId}`));
  await eventually('the photo where it is kept', async () => {
    const files = await person.files();
    return files.length === 1 && files[0] === `kept/${person.uid}/${moodId}`;
  });
  const waiting = crypto.randomUUID();
  await person.putFile(`photos/${person.uid}/${waiting}/never-read`, 'image/png');
  await person.putFile(`pictures/${person.uid}`, 'image/webp');

  const { response, data: zip } = await exportData({ client: person.client });

  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/zip');
  expect(response.headers.get('content-disposition')).toBe(
    'attachment; filename="moodify-data.zip"',
  );
  const files = await filesIn(zip);
  expect([...files.keys()].sort()).toEqual(
    [
      'data.json',
      `photos/${moodId}.jpg`,
      `photos/${waiting}/never-read.png`,
      'picture.webp',
      'README.html',
    ].sort(),
  );
  expect(files.get(`photos/${moodId}.jpg`)?.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  const readable = files.get('README.html')?.toString() ?? '';
  expect(readable).toContain('Ada &lt;b&gt;Löwe&lt;/b&gt; 爱');
  expect(readable).toContain(`<img src="photos/${moodId}.jpg"`);
  expect(readable).toContain('<h3>Happy</h3>');
  const data = JSON.parse(files.get('data.json')?.toString() ?? '') as Data;
  expect(data.account).toMatchObject({
    uid: person.uid,
    emailVerified: false,
    providers: ['password'],
  });
  expect(data.profile).toMatchObject({ displayName: 'Ada <b>Löwe</b> 爱', keepPhotos: true });
  expect(data.moods).toMatchObject([{ id: moodId, status: 'ready', source: 'photo' }]);
  expect(data.moods[0]?.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
  expect(data.playlists).toMatchObject([{ id: moodId, goal: 'match' }]);
  expect(data.securityEvents.map(({ kind }) => kind)).toEqual([
    'export_requested',
    'consent_given',
    'sign_up',
  ]);
  expect(Object.keys(data)).toEqual(
    expect.arrayContaining(['savedPlaylists', 'feedback', 'taste', 'insights', 'exportedAt']),
  );
});

interface Data {
  account: object;
  profile: object;
  moods: { createdAt: string }[];
  playlists: object[];
  securityEvents: { kind: string }[];
}

test('what is more than an answer can carry is made in the background, for its person only', async () => {
  const person = await Person.withMuch(12);

  const calls = await Promise.all(
    Array.from({ length: 3 }, () => exportData({ client: person.client })),
  );

  expect(calls.map(({ response }) => response.status)).toEqual([202, 202, 202]);
  const { exportId } = calls[0]?.data as unknown as { exportId: string };
  expect(calls.map(({ data }) => data)).toEqual(Array(3).fill({ status: 'writing', exportId }));
  const fields = await eventually('the export', async () => {
    const document = await person.document(`exports/${exportId}`);
    return document?.status?.stringValue === 'ready' && document;
  });
  const path = `exports/${person.uid}/${exportId}.zip`;
  const zip = await person.readFile(path);
  expect(zip.length).toBe(Number(fields.bytes?.integerValue));
  const files = unzip(zip);
  const data = JSON.parse(files.get('data.json')?.toString() ?? '') as { savedPlaylists: object[] };
  expect(data.savedPlaylists).toHaveLength(12);
  await expect((await Person.anonymous()).readFile(path)).rejects.toThrow('403');

  expect((await eraseAccount({ client: person.client })).data).toEqual({ status: 'erased' });
  expect(await person.files()).toEqual([]);
});

test('somebody who has nothing yet gets their account and empty lists', async () => {
  const person = await Person.anonymous();

  const files = await filesIn((await exportData({ client: person.client })).data);

  expect(JSON.parse(files.get('data.json')?.toString() ?? '')).toMatchObject({
    account: { uid: person.uid, email: null, providers: [] },
    profile: null,
    moods: [],
  });
});

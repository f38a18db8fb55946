import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { eraseAccount, exportData } from '../api/generated/sdk.gen';
import { Person } from '../api/person';
import { unzip } from '../api/unzip';
import { stack } from '../stack';

const PLAYLISTS = 200;
const BAR_MEGABYTES = 300;

/** Those that answer an export, or write it. */
const FUNCTIONS = ['api', 'upkeep'] as const;

/** The resident memory of each, in megabytes. */
function memory(): number[] {
  const pids = JSON.parse(readFileSync(join(stack.logs, 'pids.json'), 'utf8')) as Record<
    string,
    number
  >;
  return FUNCTIONS.map((name) => {
    const kilobytes = execFileSync('ps', ['-o', 'rss=', '-p', String(pids[name])]).toString();
    return Number(kilobytes) / 1_000;
  });
}

test('three exports at once of a person with 200 large playlists are whole, in 300 MB', async () => {
  const person = await Person.withMuch(PLAYLISTS);
  const before = memory();
  const start = performance.now();
  const calls = await Promise.all(
    Array.from({ length: 3 }, () => exportData({ client: person.client })),
  );
  expect(calls.map(({ response }) => response.status)).toEqual([202, 202, 202]);

  const exportIds = calls.map(({ data }) => (data as unknown as { exportId: string }).exportId);
  let most = before;
  let left = new Set(exportIds);
  while (left.size > 0) {
    await pause(100);
    const now = memory();
    most = most.map((megabytes, index) => Math.max(megabytes, now[index] ?? 0));
    for (const exportId of left) {
      const status = (await person.document(`exports/${exportId}`))?.status?.stringValue;
      expect(status).toMatch(/^(writing|ready)$/);
      left = new Set([...left].filter((other) => other !== exportId || status !== 'ready'));
    }
  }
  const seconds = Math.round((performance.now() - start) / 1_000);
  const figures = FUNCTIONS.map(
    (name, index) =>
      `${name} ${Math.round(before[index] ?? NaN)}, at most ${Math.round(most[index] ?? NaN)} MB`,
  );
  console.log(`exports: ${seconds} s; before, and meanwhile: ${figures.join('; ')}`);

  for (const exportId of exportIds) {
    const files = unzip(await person.readFile(`exports/${person.uid}/${exportId}.zip`));
    const data = JSON.parse(files.get('data.json')?.toString() ?? '') as {
      savedPlaylists: { tracks: string[] }[];
    };
    expect(data.savedPlaylists).toHaveLength(PLAYLISTS);
    for (const { tracks } of data.savedPlaylists) {
      expect(tracks[0]).toHaveLength(900_000);
    }
  }
  // What was stored is a burden to whatever is measured next.
  await eraseAccount({ client: person.client });
  expect(Math.max(...most)).toBeLessThanOrEqual(BAR_MEGABYTES);
});

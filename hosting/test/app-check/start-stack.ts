import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalRun } from '../local-run';

/** Runs everything with App Check required, and returns what stops it. */
export default async function startStack(): Promise<() => Promise<void>> {
  const data = mkdtempSync(join(tmpdir(), 'moodify-app-check-'));
  const run = await LocalRun.start(data, { MOODIFY_APP_CHECK: 'required' });
  return async () => {
    await run.stop();
    rmSync(data, { recursive: true });
  };
}

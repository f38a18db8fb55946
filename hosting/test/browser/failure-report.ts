import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { BrowserContext, TestInfo } from '@playwright/test';
import { stack } from '../stack';
import { documentsIn } from './as-function';
import type { Witness } from './witness';

/** How much of a log is reported at most; the newest of it counts. */
const MAX_LINES = 200;

/** Attaches to a failed test what its pages hold, and what they and the functions have said. */
export async function explainFailure(
  info: TestInfo,
  context: BrowserContext,
  witness: Witness,
): Promise<void> {
  for (const page of context.pages()) {
    const body = await page
      .content()
      .catch((error: unknown) => `It cannot be read: ${String(error)}`);
    await info.attach('page.html', { body, contentType: 'text/html' });
  }
  const moodIds = new Set(witness.moodIds);
  for (const uid of witness.people) {
    (await documentsIn(`users/${uid}/moods`).catch(() => [])).forEach((id) => moodIds.add(id));
  }
  const heard = await linesAbout([...witness.people, ...moodIds]).catch((error: unknown) => [
    `The functions' logs could not be read: ${String(error)}`,
  ]);
  await attach(info, 'console', witness.lines);
  await attach(info, 'functions', heard);
}

async function attach(info: TestInfo, name: string, lines: readonly string[]): Promise<void> {
  const body = lines.slice(-MAX_LINES).join('\n') || 'Nothing was said.';
  await info.attach(name, { body, contentType: 'text/plain' });
}

/** The lines in the logs of the stack's parts that name one of these. */
async function linesAbout(names: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  // The emulators' own logs have every call in full; what the functions made of it is what counts.
  const logs = (await readdir(stack.logs))
    .filter((name) => name.endsWith('.log') && !/^(firebase|firestore|pubsub|ui)/.test(name))
    .sort();
  for (const log of logs) {
    for await (const line of createInterface({ input: createReadStream(join(stack.logs, log)) })) {
      if (names.some((name) => line.includes(name))) {
        found.push(`${log}: ${line}`);
      }
    }
  }
  return found;
}

import { fileURLToPath } from 'node:url';

/**
 * Where the stack under test listens. It is started by `./moodify`, on the ports that follow from
 * `MOODIFY_BASE_PORT` (default 5000).
 */
const base = Number(process.env.MOODIFY_BASE_PORT ?? 5000);

export const stack = {
  host: '127.0.0.1',
  page: `http://127.0.0.1:${base}`,
  auth: base + 2,
  firestore: base + 3,
  storage: base + 4,
  /** The functions that answer the API, past Hosting. */
  analyze: base + 13,
  api: base + 14,
  /** What stands in for App Check, where it is required. */
  appCheck: base + 18,
  projectId: 'demo-moodify',
  /** The folder of the logs of its parts. */
  logs: fileURLToPath(new URL(`../../.moodify/run-${base}`, import.meta.url)),
} as const;

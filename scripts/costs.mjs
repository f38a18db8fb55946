// What Moodify costs by its list prices. `node scripts/costs.mjs` writes the tables into docs/costs.md; a test holds them
// against this file.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const DOCUMENT = fileURLToPath(new URL('../docs/costs.md', import.meta.url));

/** US dollars, list prices of us-central1 without the free tier. */
export const PRICES = {
  cpuSecond: 0.000024,
  gibSecond: 0.0000025,
  request: 0.4 / 1e6,
  storageChange: 0.05 / 1e4,
  messageByte: 40 / 2 ** 40,
  firestore: {
    nam5: { read: 0.06 / 1e5, write: 0.18 / 1e5, delete: 0.02 / 1e5 },
    regional: { read: 0.03 / 1e5, write: 0.09 / 1e5, delete: 0.01 / 1e5 },
  },
};

/** Seconds of each event of a photo, and of a start. The claim and the verdict are two writes, so two events. */
export const RUNS = [
  { name: 'detect', seconds: 0.2, gib: 2, start: 4.1 },
  { name: 'recommend, of the claim', seconds: 0.01, gib: 1, start: 0 },
  { name: 'recommend, of the verdict', seconds: 0.15, gib: 1, start: 2.4 },
  { name: 'insights', seconds: 0.1, gib: 0.5, start: 1.9 },
];

const FIRESTORE_CALLS = { read: 10, write: 6, delete: 1 };
const STORAGE_CHANGES = 2;
const EVENT_BYTES = 5000;

const second = (gib) => PRICES.cpuSecond + gib * PRICES.gibSecond;
/** Cloud Run bills an instance by tenths of a second, rounded up. */
const billed = (seconds) => Math.ceil(Math.round(seconds * 1e6) / 1e5) / 10;
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);

/** Compute and requests of one photo that meets warm instances, alone on each. */
export const warmPhoto = () => sum(RUNS.map(({ seconds, gib }) => billed(seconds) * second(gib) + PRICES.request));

/** What is added if each instance has to start. */
export const coldStarts = () => sum(RUNS.map(({ start, gib }) => start * second(gib)));

/** Dollars a month, by kind. */
export function month({ photos, coldShare, location }) {
  const prices = PRICES.firestore[location];
  const compute = photos * (warmPhoto() + coldShare * coldStarts());
  const firestore = photos * sum(Object.entries(FIRESTORE_CALLS).map(([kind, calls]) => calls * prices[kind]));
  const rest = photos * (STORAGE_CHANGES * PRICES.storageChange + EVENT_BYTES * PRICES.messageByte);
  return { compute, firestore, rest, total: compute + firestore + rest };
}

const dollars = (value) => (value >= 1 ? value.toFixed(1) : value.toPrecision(2));

const CASES = [
  [1000, 0.05],
  [1000, 1],
  [1_000_000, 0.001],
];

export function table() {
  const rows = CASES.flatMap(([photos, coldShare]) =>
    ['nam5', 'regional'].map((location) => {
      const { compute, firestore, rest, total } = month({ photos, coldShare, location });
      const place = location === 'nam5' ? 'nam5 (default)' : 'us-central1';
      return `| ${photos.toLocaleString('en')} | ${coldShare * 100} % | ${place} | ${[compute, firestore, rest, total].map(dollars).join(' | ')} |`;
    }),
  );
  return ['| photos a month | cold starts | Firestore in | compute and requests | Firestore | Storage, Pub/Sub | total |', '|---|---|---|---|---|---|---|', ...rows].join('\n');
}

/** The document with its table written anew. */
export const withTable = (text) => text.replace(/(<!-- costs: table -->)\n[^]*?(<!-- \/costs -->)/, (_, before, after) => `${before}\n${table()}\n${after}`);

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(DOCUMENT, withTable(readFileSync(DOCUMENT, 'utf8')));

// Writes into README.md and docs/threat-model.md what is kept and for how long, and what shows each sentence that the page
// says about people's photos, data and accounts, from docs/retention.json and the page's English texts:
//
//   node scripts/retention.mjs
//
// The page shows the same list in its privacy notice. A test fails while a document is not what this would write.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

export const { rows, evidence, promises } = JSON.parse(readFileSync(join(ROOT, 'docs/retention.json'), 'utf8'));

/** Returns the page's texts in a language by their keys. */
export function textsIn(language) {
  const folder = join(ROOT, 'hosting/src/messages', language);
  return new Map(
    readdirSync(folder).flatMap((name) =>
      [...readFileSync(join(folder, name), 'utf8').matchAll(/^ {2}'([^']+)':\s+(['"])(.*)\2,$/gm)].map(([, key, , text]) => [key, text]),
    ),
  );
}

export const texts = textsIn('en');

const filled = (text, values) => text.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);

function text(key, values = {}) {
  if (!texts.has(key)) throw new Error(`The page has no text "${key}"`);
  return filled(texts.get(key), values);
}

const timeSpan = ({ amount, unit }) => new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
const spans = Object.fromEntries(rows.filter(({ time }) => time).map(({ id, time }) => [id, timeSpan(time)]));
const keptFor = ({ id, rule }) => text(`retention.rule.${rule}`, { time: spans[id] });
const what = ({ id }) => text(`retention.what.${id}`);

/** The sentences of a text of the page, as it shows them, without greetings. */
export const sentencesOf = (key) =>
  text(key, spans)
    .split(/(?<=[.!?]) /)
    .filter((sentence) => !sentence.endsWith('!'));

const line = (cells) => `| ${cells.join(' | ')} |`;
const table = (head, lines) => [line(head), `|${'---|'.repeat(head.length)}`, ...lines.map(line)].join('\n');
const inCode = (names) => names.map((name) => `\`${name}\``).join(', ');

/** README.md: what concerns everybody, and what is kept equally long stands together. */
function shortTable() {
  const short = rows.filter(({ readme }) => readme);
  const isGone = ({ erased }) => (erased === 'at-once' ? 'at once' : 'no');
  const isAlike = (one, other) => keptFor(one) === keptFor(other) && isGone(one) === isGone(other);
  const groups = short.map((row) => short.filter((other) => isAlike(row, other))).filter(([first], i) => first === short[i]);
  const lines = groups.map((alike) => [
    alike.map((row, i) => (i === 0 ? what(row) : what(row)[0].toLowerCase() + what(row).slice(1))).join('; '),
    keptFor(alike[0]),
    isGone(alike[0]),
  ]);
  return table(['what', 'kept', 'gone with the account'], lines);
}

/** Where a number of a row comes from. */
function origin({ id }) {
  const { constants = [], provider } = evidence[id];
  const named = constants.map((constant) => {
    const [path, ...names] = constant.split(' ');
    return path.endsWith('.tf') ? inCode([names.join('.')]) : inCode([`${basename(path).replace(/\.\w+$/, '')}.${names[0]}`]);
  });
  return [...named, ...(provider ? [`[Google's word](${provider})`] : [])].join(', ') || 'its person';
}

/** docs/threat-model.md: each row with what makes it true and what shows it. */
function longTable() {
  const gone = { 'at-once': 'at once', nothing: 'nothing of a person' };
  const lines = rows.map((row) => [what(row), keptFor(row), gone[row.erased] ?? `after ${spans[row.id]}`, origin(row), inCode(evidence[row.id].tests)]);
  return table(['what is kept', 'for how long', 'reached by an erasure', 'set by', 'shown by'], lines);
}

/** docs/threat-model.md: each sentence that the page says about it. */
function promiseTable() {
  return table(
    ['what the page says', 'shown by'],
    promises.map(({ text: key, sentence, tests }) => [sentencesOf(key)[sentence], inCode(tests)]),
  );
}

const PARTS = { short: shortTable, long: longTable, promises: promiseTable };

/** Returns a document with its parts written anew, each between two comments. */
export function withRetention(document) {
  return document.replace(/(<!-- retention: (\w+) -->\n)[^]*?(<!-- \/retention -->)/g, (_, begin, part, end) => `${begin}\n${PARTS[part]()}\n\n${end}`);
}

export const DOCUMENTS = ['README.md', 'docs/threat-model.md'];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const path of DOCUMENTS) {
    writeFileSync(join(ROOT, path), withRetention(readFileSync(join(ROOT, path), 'utf8')));
  }
}

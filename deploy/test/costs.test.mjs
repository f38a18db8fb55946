// The formula of docs/costs.md, and the table that it makes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { coldStarts, month, table, warmPhoto, withTable } from '../../scripts/costs.mjs';

const text = readFileSync(new URL('../../docs/costs.md', import.meta.url), 'utf8');
const near = (actual, expected) => assert.ok(Math.abs(actual / expected - 1) < 0.005, `${actual} is not about ${expected}`);

test('the table of docs/costs.md is that of the formula', () => {
  assert.ok(text.includes(table()), 'the table is there');
  assert.equal(text, withTable(text), 'node scripts/costs.mjs writes it');
});

test('a warm photo pays four requests, and tenths of a second', () => {
  near(warmPhoto(), 0.2 * 0.000029 + 0.3 * 0.0000265 + 0.1 * 0.00002525 + 4 * 0.0000004);
});

test('a cold photo pays three starts', () => {
  near(coldStarts(), 4.1 * 0.000029 + 2.4 * 0.0000265 + 1.9 * 0.00002525);
});

test('Firestore in the default location costs twice as much as in a region', () => {
  const by = (location) => month({ photos: 1000, coldShare: 0, location }).firestore;
  near(by('regional'), 0.0085);
  near(by('nam5'), 0.017);
});

test('the sentence about 1,000 photos is true', () => {
  const cost = month({ photos: 1000, coldShare: 0.05, location: 'nam5' }).compute;
  assert.ok(text.includes(`cost ${cost.toFixed(3)} dollars in compute and requests`));
  const share = (0.02 / 1000 - warmPhoto()) / coldStarts();
  assert.ok(text.includes(`at most ${(share * 100).toFixed(1)} % of photos`));
});

import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { isWholeZip } from './whole-zip';

const zip = zipSync({ 'data.json': new Uint8Array(100), 'photos/x.jpg': new Uint8Array(50) });

describe('a ZIP', () => {
  test('is whole', async () => {
    expect(await isWholeZip(new Blob([zip]))).toBe(true);
  });

  test('is not whole wherever it is cut', async () => {
    const cuts = Array.from({ length: zip.length }, (_, bytes) => zip.slice(0, bytes));
    const whole = await Promise.all(cuts.map((cut) => isWholeZip(new Blob([cut]))));
    expect(whole).not.toContain(true);
  });

  test('is not whole if something follows, as a problem that was written after it', async () => {
    expect(await isWholeZip(new Blob([zip.slice(0, 90), '{"status":503}'.repeat(9)]))).toBe(false);
  });

  test('is not whole if its beginning is missing', async () => {
    expect(await isWholeZip(new Blob([zip.slice(30)]))).toBe(false);
  });
});

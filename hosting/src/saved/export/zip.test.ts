import { expect, test } from 'vitest';
import { unzip } from '../../../test/api/unzip';
import { asZip } from './zip';

const bytes = (text: string) => Uint8Array.from(new TextEncoder().encode(text));

test('a ZIP gives back what was put into it, under its name', async () => {
  const entries = [
    { name: 'शाम.m3u', content: bytes('#EXTM3U') },
    { name: 'Moodify - Golden Parade.webm', content: new Uint8Array(100_000).fill(7) },
    { name: 'empty', content: new Uint8Array(0) },
  ];
  const zip = asZip(entries);
  expect(zip.type).toBe('application/zip');
  const files = unzip(Buffer.from(await zip.arrayBuffer()));
  expect([...files.keys()]).toEqual(entries.map(({ name }) => name));
  for (const { name, content } of entries) {
    expect(files.get(name)?.equals(content)).toBe(true);
  }
});

test('a ZIP has the checksum of its file, before it and in the directory', async () => {
  const content = bytes('123456789');
  const zip = Buffer.from(await asZip([{ name: 'a', content }]).arrayBuffer());
  // The check value of CRC-32.
  expect(zip.readUInt32LE(14)).toBe(0xcbf43926);
  expect(zip.readUInt32LE(zip.readUInt32LE(zip.length - 6) + 16)).toBe(0xcbf43926);
});

import { describe, expect, test } from 'vitest';
import { webmCluster, webmStart } from './webm';

/** Reads elements one after the other: their ids, in hexadecimal, and what they hold. */
function elementsOf(bytes: Uint8Array): [id: string, content: Uint8Array][] {
  const elements: [string, Uint8Array][] = [];
  for (let offset = 0; offset < bytes.length;) {
    const idLength = Math.clz32(bytes[offset] ?? 0) - 23;
    const id = Buffer.from(bytes.subarray(offset, offset + idLength)).toString('hex');
    offset += idLength;
    const sizeLength = Math.clz32(bytes[offset] ?? 0) - 23;
    let size = (bytes[offset] ?? 0) & (0xff >> sizeLength);
    for (let index = 1; index < sizeLength; index += 1) {
      size = size * 256 + (bytes[offset + index] ?? 0);
    }
    offset += sizeLength;
    const content = bytes.subarray(offset, offset + size);
    elements.push([id, content]);
    offset += sizeLength === 8 ? 0 : size;
  }
  return elements;
}

const opusHead = Uint8Array.from([
  ...new TextEncoder().encode('OpusHead'),
  ...[1, 2, 0x38, 0x01, 0x44, 0xac, 0, 0, 0, 0, 0],
]);

describe('a WebM file', () => {
  test('begins with its kind, its length and its one track', () => {
    const elements = elementsOf(webmStart(150, opusHead));
    expect(elements.map(([id]) => id)).toEqual(['1a45dfa3', '18538067', '1549a966', '1654ae6b']);
    const info = new Map(elementsOf(elements[2]?.[1] ?? new Uint8Array()));
    const duration = Buffer.from(info.get('4489') ?? []);
    expect(duration.readDoubleBE(0)).toBe(150_000);
    const [entry] = elementsOf(elements[3]?.[1] ?? new Uint8Array());
    const track = new Map(elementsOf(entry?.[1] ?? new Uint8Array()));
    expect(new TextDecoder().decode(track.get('86'))).toBe('A_OPUS');
    expect(track.get('63a2')).toEqual(opusHead);
    // 312 samples of 48 kHz, in nanoseconds.
    expect(Buffer.from(track.get('56aa') ?? []).readBigUInt64BE(0)).toBe(6_500_000n);
  });

  test('goes on with frames at their times', () => {
    const frames = [1000, 1020, 1300].map((time) => ({ time, data: Uint8Array.of(7, 8, 9) }));
    const [cluster] = elementsOf(webmCluster(frames));
    expect(cluster?.[0]).toBe('1f43b675');
    const [timestamp, ...blocks] = elementsOf(cluster?.[1] ?? new Uint8Array());
    expect(Buffer.from(timestamp?.[1] ?? []).readBigUInt64BE(0)).toBe(1000n);
    expect(blocks.map(([id, content]) => [id, ...content])).toEqual([
      ['a3', 0x81, 0, 0, 0x80, 7, 8, 9],
      ['a3', 0x81, 0, 20, 0x80, 7, 8, 9],
      ['a3', 0x81, 1, 44, 0x80, 7, 8, 9],
    ]);
  });
});

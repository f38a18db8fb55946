/** What programs know a ZIP by. */
export const ZIP_TYPE = 'application/zip';

/** A file in a ZIP. */
export interface ZipEntry {
  readonly name: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const VERSION = 20;
/** Names are in UTF-8. */
const UTF_8 = 1 << 11;
/** The first day that a ZIP can name: 1 January 1980. */
const FIRST_DAY = (1 << 5) | 1;

/**
 * Writes files into a ZIP, one after the other and as they are: sound is compressed already (PKWARE
 * APPNOTE.TXT 6.3.10, sections 4.3 and 4.4). Together they must be smaller than 4 GB.
 */
export function asZip(entries: readonly ZipEntry[]): Blob {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const path = new TextEncoder().encode(name);
    const about = describe(path, content);
    const header = fields([4, LOCAL_HEADER], [2, VERSION], ...about);
    parts.push(header, path, content);
    directory.push(
      fields(
        ...([
          [4, DIRECTORY_ENTRY],
          [2, VERSION],
          [2, VERSION],
        ] as Field[]),
        ...about,
        // No comment, one disk, no attributes.
        ...([
          [2, 0],
          [2, 0],
          [2, 0],
          [4, 0],
          [4, offset],
        ] as Field[]),
      ),
      path,
    );
    offset += header.length + path.length + content.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = fields(
    [4, END_OF_DIRECTORY],
    [4, 0],
    [2, entries.length],
    [2, entries.length],
    [4, size],
    [4, offset],
    [2, 0],
  );
  return new Blob([...parts, ...directory, end], { type: ZIP_TYPE });
}

/** A number and in how many bytes it is written, the least first. */
type Field = [bytes: 2 | 4, value: number];

/** What stands about a file both before it and in the directory. */
function describe(path: Uint8Array, content: Uint8Array): Field[] {
  return [
    [2, UTF_8],
    // Stored, not compressed; at midnight.
    [2, 0],
    [2, 0],
    [2, FIRST_DAY],
    [4, crc32(content)],
    [4, content.length],
    [4, content.length],
    [2, path.length],
    [2, 0],
  ];
}

function fields(...values: Field[]): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(values.reduce((sum, [bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [bytes, value] of values) {
    if (bytes === 2) {
      view.setUint16(at, value, true);
    } else {
      view.setUint32(at, value, true);
    }
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) {
    rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return rest;
});

/** The checksum of a ZIP (ISO 3309), a byte at a time. */
function crc32(content: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of content) {
    sum = (CRC_TABLE[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

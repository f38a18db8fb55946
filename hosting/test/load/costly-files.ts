import { deflateSync } from 'node:zlib';

interface CostlyFile {
  readonly file: Buffer;
  readonly contentType: string;
}

/**
 * Files that are small to send and long to read: each is whole, of one colour, and just within what
 * `detect` takes of its format. Made here, for no program writes them.
 */
export function costlyFiles(): CostlyFile[] {
  const jpegs = [progressiveJpeg(3_160, 3_160, 100), progressiveJpeg(7_000, 7_000, 20)];
  const pngs = [
    png({ width: 7_000, height: 7_000, colourType: 6, depth: 8 }),
    png({ width: 7_000, height: 3_500, colourType: 6, depth: 16 }),
  ];
  return [
    ...jpegs.map((file) => ({ file, contentType: 'image/jpeg' })),
    ...pngs.map((file) => ({ file, contentType: 'image/png' })),
  ];
}

/** Collects bits, the first one highest. */
class BitWriter {
  private readonly bytes: number[] = [];
  private bits = 0;
  private count = 0;

  write(value: number, length: number): void {
    for (let bit = length - 1; bit >= 0; bit -= 1) {
      this.bits = this.bits * 2 + ((value >> bit) & 1);
      this.count += 1;
      if (this.count === 8) {
        this.put();
      }
    }
  }

  /** A JPEG's data ends with ones, and has a zero after each byte of ones. */
  end(): Buffer {
    while (this.count > 0) {
      this.write(1, 1);
    }
    return Buffer.from(this.bytes);
  }

  private put(): void {
    this.bytes.push(this.bits);
    if (this.bits === 0xff) {
      this.bytes.push(0);
    }
    this.bits = 0;
    this.count = 0;
  }
}

const MARKERS = { start: 0xd8, end: 0xd9, quantization: 0xdb, frame: 0xc2, code: 0xc4, scan: 0xda };

/** All of the coefficients but the first of each block, see ITU-T T.81, annex G. */
const COEFFICIENTS = 63;

/** A run of blocks without a coefficient has up to 2^15 - 1 of them. */
const LONGEST_RUN_BITS = 14;

/** A grey JPEG of so many scans (up to 127): each passes over all of the picture for a few bytes. */
export function progressiveJpeg(width: number, height: number, scans: number): Buffer {
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  const empty = emptyScan(blocks);
  const more = Array.from({ length: scans - 1 }, (_, index) => {
    const coefficient = (index % COEFFICIENTS) + 1;
    const precision = index < COEFFICIENTS ? 0x01 : 0x10;
    return Buffer.concat([
      segment(MARKERS.scan, [1, 1, 0, coefficient, coefficient, precision]),
      empty,
    ]);
  });
  const sides = [height >> 8, height & 255, width >> 8, width & 255];
  return Buffer.concat([
    Buffer.from([0xff, MARKERS.start]),
    segment(MARKERS.quantization, [0, ...new Array<number>(64).fill(1)]),
    segment(MARKERS.frame, [8, ...sides, 1, 1, 0x11, 0]),
    segment(MARKERS.code, [0, 1, ...new Array<number>(15).fill(0), 0]),
    segment(MARKERS.code, [0x10, 0, 0, 0, 15, ...new Array<number>(12).fill(0), ...RUNS]),
    segment(MARKERS.scan, [1, 1, 0, 0, 0, 0]),
    Buffer.alloc(Math.ceil(blocks / 8)),
    ...more,
    Buffer.from([0xff, MARKERS.end]),
  ]);
}

const RUNS = Array.from({ length: LONGEST_RUN_BITS + 1 }, (_, bits) => bits << 4);

function emptyScan(blocks: number): Buffer {
  const data = new BitWriter();
  for (let left = blocks; left > 0;) {
    const bits = Math.min(LONGEST_RUN_BITS, Math.floor(Math.log2(left)));
    const run = Math.min(left, 2 ** (bits + 1) - 1);
    data.write(bits, 4);
    data.write(run - 2 ** bits, bits);
    left -= run;
  }
  return data.end();
}

function segment(marker: number, data: readonly number[]): Buffer {
  const length = data.length + 2;
  return Buffer.from([0xff, marker, length >> 8, length & 255, ...data]);
}

interface PngKind {
  readonly width: number;
  readonly height: number;
  /** 6 is red, green, blue and alpha, 3 a palette. */
  readonly colourType: 3 | 6;
  /** Bits of a sample. */
  readonly depth: 8 | 16;
}

/** Of Adam7's seven passes, the first pixel and the step, across and down (W3C PNG, section 8.2). */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Each row by the filter that looks into three directions, which takes longest. */
const PAETH = 4;

/** An interlaced PNG. */
export function png({ width, height, colourType, depth }: PngKind): Buffer {
  const pixelBytes = (depth / 8) * (colourType === 6 ? 4 : 1);
  const passes = PASSES.map(([left, top, across, down]) => {
    const rowBytes = 1 + Math.ceil((width - left) / across) * pixelBytes;
    const rows = Buffer.alloc(rowBytes * Math.ceil((height - top) / down));
    for (let at = 0; at < rows.length; at += rowBytes) {
      rows[at] = PAETH;
    }
    return rows;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colourType, 0, 0, 1], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...(colourType === 3 ? [chunk('PLTE', Buffer.alloc(3 * 256))] : []),
    chunk('IDAT', deflateSync(Buffer.concat(passes), { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(checksum(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** The checksum of a PNG's chunk (W3C PNG, annex D). */
function checksum(data: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) {
      sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
    }
  }
  return ~sum >>> 0;
}

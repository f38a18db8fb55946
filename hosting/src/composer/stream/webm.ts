// Writes a WebM file with one track of Opus, as far as a media element needs it while it is being
// written (RFC 8794 EBML, RFC 9559 Matroska, and webmproject.org/docs/container for the codec's fields).

/** One encoded frame. */
export interface Frame {
  /** From the start of the piece, in milliseconds. */
  readonly time: number;
  readonly data: Uint8Array;
}

const IDS = {
  ebml: [0x1a, 0x45, 0xdf, 0xa3],
  docType: [0x42, 0x82],
  docTypeVersion: [0x42, 0x87],
  docTypeReadVersion: [0x42, 0x85],
  segment: [0x18, 0x53, 0x80, 0x67],
  info: [0x15, 0x49, 0xa9, 0x66],
  timestampScale: [0x2a, 0xd7, 0xb1],
  duration: [0x44, 0x89],
  muxingApp: [0x4d, 0x80],
  writingApp: [0x57, 0x41],
  tracks: [0x16, 0x54, 0xae, 0x6b],
  trackEntry: [0xae],
  trackNumber: [0xd7],
  trackUid: [0x73, 0xc5],
  trackType: [0x83],
  codecId: [0x86],
  codecPrivate: [0x63, 0xa2],
  codecDelay: [0x56, 0xaa],
  seekPreRoll: [0x56, 0xbb],
  audio: [0xe1],
  samplingFrequency: [0xb5],
  channels: [0x9f],
  cluster: [0x1f, 0x43, 0xb6, 0x75],
  timestamp: [0xe7],
  simpleBlock: [0xa3],
} as const;

/** All ones: it goes on for as long as there is more. */
const UNKNOWN_SIZE = [0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];

const AUDIO_TRACK = 2;
const NANOSECONDS = 1e9;
const KEY_FRAME = 0x80;

/**
 * Returns the start of a file.
 *
 * @param seconds how long the piece is
 * @param opusHead the codec's own header (RFC 7845, section 5.1)
 */
export function webmStart(seconds: number, opusHead: Uint8Array): Uint8Array<ArrayBuffer> {
  const preSkip = (opusHead[10] ?? 0) + 256 * (opusHead[11] ?? 0);
  const track = element(
    'trackEntry',
    element('trackNumber', integer(1)),
    element('trackUid', integer(1)),
    element('trackType', integer(AUDIO_TRACK)),
    element('codecId', text('A_OPUS')),
    element('codecDelay', integer(Math.round((preSkip / 48_000) * NANOSECONDS))),
    element('seekPreRoll', integer(0.08 * NANOSECONDS)),
    element('codecPrivate', opusHead),
    element(
      'audio',
      element('samplingFrequency', real(48_000)),
      element('channels', integer(opusHead[9] ?? 2)),
    ),
  );
  return joined(
    element(
      'ebml',
      element('docType', text('webm')),
      element('docTypeVersion', integer(4)),
      element('docTypeReadVersion', integer(2)),
    ),
    bytes(IDS.segment),
    bytes(UNKNOWN_SIZE),
    element(
      'info',
      element('timestampScale', integer(1_000_000)),
      element('duration', real(1000 * seconds)),
      element('muxingApp', text('Moodify')),
      element('writingApp', text('Moodify')),
    ),
    element('tracks', track),
  );
}

/** Returns the next part of a file. Its frames must not be half a minute apart. */
export function webmCluster(frames: readonly Frame[]): Uint8Array<ArrayBuffer> {
  const start = Math.round(frames[0]?.time ?? 0);
  return element(
    'cluster',
    element('timestamp', integer(start)),
    ...frames.map(({ time, data }) => {
      const offset = Math.round(time) - start;
      const head = bytes([0x81, (offset >> 8) & 0xff, offset & 0xff, KEY_FRAME]);
      return element('simpleBlock', head, data);
    }),
  );
}

function element(name: keyof typeof IDS, ...content: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const length = content.reduce((sum, part) => sum + part.length, 0);
  return joined(bytes(IDS[name]), size(length), ...content);
}

/** Four bytes for every size: simple, and long enough for what is written here. */
function size(length: number): Uint8Array {
  return bytes([0x10 | (length >>> 24), length >>> 16, length >>> 8, length]);
}

function integer(value: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(value));
  return new Uint8Array(view.buffer);
}

function real(value: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return new Uint8Array(view.buffer);
}

const text = (word: string) => new TextEncoder().encode(word);

const bytes = (values: readonly number[]) => Uint8Array.from(values);

function joined(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    all.set(part, offset);
    offset += part.length;
  }
  return all;
}

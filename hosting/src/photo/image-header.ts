import { hasStart, knownFormat } from './known-format';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** What the first bytes of a file say of it. */
export interface ImageHeader {
  /** A media type, such as `image/jpeg`; `video/*` and `audio/*` of any kind. */
  readonly type: string;
  /** What is wrong with such a file, a code of the functions; absent if they read it. */
  readonly code?: string;
  /** In pixels as stored; absent where the format does not say at a known place. */
  readonly width?: number;
  readonly height?: number;
}

/** Enough of a file for {@link readImageHeader}: a JPEG may put a thumbnail before its size. */
export const HEADER_BYTES = 256 * 1024;

/** Returns what a file is by its content, or nothing if that is not known. */
export function readImageHeader(bytes: Uint8Array): ImageHeader | undefined {
  const format = knownFormat(bytes);
  if (!format) {
    return undefined;
  }
  const { type, code } = format;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { type, ...(code && { code }), ...sizeOf(type, bytes, view) };
}

function sizeOf(type: string, bytes: Uint8Array, view: DataView): Size | undefined {
  switch (type) {
    case 'image/jpeg':
      return jpegSize(view);
    case 'image/png':
      return bytes.length < 24
        ? undefined
        : { width: view.getUint32(16), height: view.getUint32(20) };
    case 'image/gif':
      return bytes.length < 10
        ? undefined
        : { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    case 'image/bmp':
      return bytes.length < 26 ? undefined : bmpSize(view);
    case 'image/webp':
      return webpSize(bytes, view);
    default:
      return undefined;
  }
}

function bmpSize(view: DataView): Size {
  // The header of OS/2 has sides of 16 bits.
  if (view.getUint32(14, true) === 12) {
    return { width: view.getUint16(18, true), height: view.getUint16(20, true) };
  }
  // The height is negative where the rows are stored from the top.
  return { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) };
}

/** Walks the segments up to the frame header (ITU T.81, B.2.2), which holds the size. */
function jpegSize(view: DataView): Size | undefined {
  let offset = 2;
  while (offset + 9 <= view.byteLength && view.getUint8(offset) === 0xff) {
    const marker = view.getUint8(offset + 1);
    const isFill = marker === 0xff;
    // C4, C8 and CC are tables and extensions among the frame headers.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      return { height: view.getUint16(offset + 5), width: view.getUint16(offset + 7) };
    }
    offset += isFill ? 1 : 2 + view.getUint16(offset + 2);
  }
  return undefined;
}

/** The three kinds of WebP (RFC 9649, sections 2.5 to 2.7). */
function webpSize(bytes: Uint8Array, view: DataView): Size | undefined {
  if (bytes.length < 30) {
    return undefined;
  }
  if (hasStart(bytes, '????????????VP8X')) {
    const uint24 = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
    return { width: uint24(24) + 1, height: uint24(27) + 1 };
  }
  if (hasStart(bytes, '????????????VP8L')) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}

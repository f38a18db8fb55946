/** What the first bytes of an image file say of it. */
export interface ImageHeader {
  /** A media type, such as `image/jpeg`. */
  readonly type: string;
  /** In pixels as stored; absent where the format does not say at a known place. */
  readonly width?: number;
  readonly height?: number;
}

/** Enough of a file for {@link readImageHeader}: a JPEG may put a thumbnail before its size. */
export const HEADER_BYTES = 256 * 1024;

/** Returns what kind of image or video a file is by its content, or nothing if it is neither. */
export function readImageHeader(bytes: Uint8Array): ImageHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(bytes, 'ÿØÿ')) {
    return { type: 'image/jpeg', ...jpegSize(view) };
  }
  if (startsWith(bytes, '\x89PNG\r\n\x1a\n') && bytes.length >= 24) {
    return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
  }
  if (startsWith(bytes, 'GIF8') && bytes.length >= 10) {
    return { type: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
  }
  if (startsWith(bytes, 'BM') && bytes.length >= 26) {
    // The height is negative where the rows are stored from the top.
    const height = Math.abs(view.getInt32(22, true));
    return { type: 'image/bmp', width: view.getInt32(18, true), height };
  }
  if (isVideo(bytes)) {
    return { type: 'video/*' };
  }
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) {
    return { type: 'image/webp', ...webpSize(bytes, view) };
  }
  if (startsWith(bytes, 'II*\0') || startsWith(bytes, 'MM\0*')) {
    return { type: 'image/tiff' };
  }
  if (startsWith(bytes, 'ftyp', 4)) {
    return isoMediaHeader(latin1(bytes.subarray(8, 12)));
  }
  return isSvg(bytes) ? { type: 'image/svg+xml' } : undefined;
}

/** Walks the segments up to the frame header (ITU T.81, B.2.2), which holds the size. */
function jpegSize(view: DataView): { width: number; height: number } | undefined {
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
function webpSize(
  bytes: Uint8Array,
  view: DataView,
): { width: number; height: number } | undefined {
  if (bytes.length < 30) {
    return undefined;
  }
  if (startsWith(bytes, 'VP8X', 12)) {
    const uint24 = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
    return { width: uint24(24) + 1, height: uint24(27) + 1 };
  }
  if (startsWith(bytes, 'VP8L', 12)) {
    const bits = view.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}

/** HEIC and AVIF are kept in the same boxes as videos; the brand distinguishes them. */
function isoMediaHeader(brand: string): ImageHeader | undefined {
  if (/^(hei[cmsx]|hev[cx]|mif1|msf1)$/.test(brand)) {
    return { type: 'image/heic' };
  }
  if (/^avi[fs]$/.test(brand)) {
    return { type: 'image/avif' };
  }
  // Sound alone has brands of its own, all others are films.
  return /^(M4A|M4B|F4A)/.test(brand) ? undefined : { type: 'video/*' };
}

/** Matroska and WebM, AVI, MPEG program streams, and QuickTime files without a brand. */
function isVideo(bytes: Uint8Array): boolean {
  return (
    startsWith(bytes, '\x1a\x45\xdf\xa3') ||
    (startsWith(bytes, 'RIFF') && startsWith(bytes, 'AVI ', 8)) ||
    startsWith(bytes, '\0\0\x01\xba') ||
    ['moov', 'mdat', 'wide'].some((box) => startsWith(bytes, box, 4))
  );
}

function isSvg(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 1024));
  return /^\s*(<\?xml|<!--|<!doctype svg|<svg)/i.test(start) && /<svg[\s>]/i.test(start);
}

function startsWith(bytes: Uint8Array, text: string, offset = 0): boolean {
  return latin1(bytes.subarray(offset, offset + text.length)) === text;
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

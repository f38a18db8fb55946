import formats from '../../../libs/vision/src/main/resources/app/moodify/vision/photo-formats.json';

/**
 * A format that is told by a file's first bytes, never by its name. The list is that of the functions,
 * see `KnownFormat` in libs/vision.
 */
export interface KnownFormat {
  /** As people call it. */
  readonly name: string;
  /** A media type. */
  readonly type: string;
  /** What is wrong with such a file, a code of the functions; absent if they read it. */
  readonly code?: string | undefined;
  /** What stands at the beginning, a character a byte, of which `?` is any. */
  readonly starts?: readonly string[] | undefined;
  /** Brands of the ISO base media file format (ISO/IEC 14496-12), of which one is named. */
  readonly brands?: readonly string[] | undefined;
  /** The outermost element, if it is a text in XML. */
  readonly element?: string | undefined;
}

/** In the order in which they are tried. */
export const KNOWN_FORMATS: readonly KnownFormat[] = formats;

/** How far into a text its outermost element is looked for, in bytes. */
const XML_WINDOW = 4096;
/** Writers name ten at most. */
const MAX_BRANDS = 64;

/** Returns the format of a file, if it is a known one. */
export function knownFormat(bytes: Uint8Array): KnownFormat | undefined {
  const named = brandsOf(bytes);
  return KNOWN_FORMATS.find(
    ({ starts = [], brands = [], element }) =>
      starts.some((start) => hasStart(bytes, start)) ||
      named.some((brand) => brands.includes(brand)) ||
      (element !== undefined && hasRoot(bytes, element)),
  );
}

/** Returns whether a file begins so; `?` is any byte. */
export function hasStart(bytes: Uint8Array, start: string): boolean {
  const found = latin1(bytes.subarray(0, start.length));
  return (
    found.length === start.length &&
    Array.from(start).every((letter, at) => letter === '?' || letter === found[at])
  );
}

/** What a file in the ISO base media file format says that it is, the most fitting first. */
function brandsOf(bytes: Uint8Array): string[] {
  if (!hasStart(bytes, '????ftyp')) {
    return [];
  }
  const boxLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const others = latin1(bytes.subarray(16, Math.min(boxLength, 16 + 4 * MAX_BRANDS)));
  return [latin1(bytes.subarray(8, 12)), ...(others.match(/[^]{4}/g) ?? [])];
}

/** In any case and with its own prefix, such as `svg:svg`; in UTF-16, every second byte is zero. */
function hasRoot(bytes: Uint8Array, element: string): boolean {
  const text = latin1(bytes.subarray(0, XML_WINDOW)).replaceAll('\0', '').toLowerCase();
  let rest = text.replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
  for (;;) {
    rest = rest.replace(/^[ \t\r\n\f]+/, '');
    const ending = rest.startsWith('<?') ? '?>' : rest.startsWith('<!--') ? '-->' : '';
    const end = rest.indexOf(ending);
    if (!ending || end < 0) {
      return new RegExp(
        `^<(!doctype ${element}\\b|(${element}:)?${element}[ \\t\\r\\n\\f/>])`,
      ).test(rest);
    }
    rest = rest.slice(end + ending.length);
  }
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

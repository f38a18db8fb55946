import { describe, expect, test } from 'vitest';
import cases from '../../../libs/vision/src/test/resources/formats/cases.json';
import { text } from '../messages/messages';
import { failureKey } from '../mood/mood-failure';
import { KNOWN_FORMATS, knownFormat } from './known-format';
import { preparePhoto } from './prepare-photo';

const bytes = (content: string) => Uint8Array.from(content, (letter) => letter.charCodeAt(0));

interface Case {
  readonly what: string;
  /** A character a byte. */
  readonly file: string;
  /** The name of its format; null if it is no known one. */
  readonly is: string | null;
}

/** Each start of each format, with anything where anything may be. */
const starts: readonly Case[] = KNOWN_FORMATS.flatMap(({ name, starts = [] }) =>
  starts.map((start) => ({
    what: `what begins as ${name}`,
    file: `${start.replaceAll('?', '\x01')}\x01\x01`,
    is: name,
  })),
);

const brands: readonly Case[] = KNOWN_FORMATS.flatMap(({ name, brands = [] }) =>
  brands.map((brand) => ({
    what: `the brand ${brand}`,
    file: `\0\0\0\x14ftyp${brand}\0\0\0\0isom`,
    is: name,
  })),
);

/** The functions' test reads the same ones: KnownFormatTest in libs/vision. */
const all: readonly Case[] = [...cases, ...starts, ...brands];

describe('the format', () => {
  test.each(all)('of $what is $is', ({ file, is }) => {
    expect(knownFormat(bytes(file))?.name ?? null).toBe(is);
  });

  test.each(['<?', '<?>', '<!-->', '<!---->', '<?x?>', '<!-- -->', '<svg', ' '])(
    'of a text that repeats %j is found at once',
    (part) => {
      expect(knownFormat(bytes(part.repeat(5000)))).toBeUndefined();
    },
  );
});

describe('where this browser cannot decode it', () => {
  const nameOf = (name: string | null) => KNOWN_FORMATS.find((format) => format.name === name);

  test.each(all.filter(({ is }) => is === null || nameOf(is)?.code))(
    '$what is refused in the words of its format',
    async ({ file, is }) => {
      const code = nameOf(is)?.code ?? 'not_an_image';
      await expect(preparePhoto(new Blob([bytes(file)]))).rejects.toThrow(failureKey(code));
    },
  );

  test.each(all.filter(({ is }) => is !== null && !nameOf(is)?.code))(
    '$what is left to the functions',
    async ({ file, is }) => {
      const photo = await preparePhoto(new Blob([bytes(file)]));
      expect(photo.type).toBe(nameOf(is)?.type);
    },
  );

  test.each(KNOWN_FORMATS.filter(({ code }) => code))(
    'the sentence about $name is about it',
    ({ name, code = '' }) => {
      const key = failureKey(code);
      // What people seldom have shares a sentence; nobody is told more of sound than that it is no photo.
      const isNamed = !['format_unsupported', 'not_an_image'].includes(code);
      expect(key && text(key)).toMatch(isNamed ? new RegExp(name, 'i') : /JPEG/);
    },
  );
});

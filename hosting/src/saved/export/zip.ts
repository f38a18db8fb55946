import { zipSync } from 'fflate';

/** What programs know a ZIP by. */
export const ZIP_TYPE = 'application/zip';

/** A file in a ZIP. */
export interface ZipEntry {
  readonly name: string;
  readonly content: Uint8Array<ArrayBuffer>;
}

/** Puts files into a ZIP, one after the other and as they are: sound is compressed already. */
export function asZip(entries: readonly ZipEntry[]): Blob {
  const files = Object.fromEntries(entries.map(({ name, content }) => [name, content]));
  return new Blob([zipSync(files, { level: 0 })], { type: ZIP_TYPE });
}

import { saveFile } from '../shared/save-file';
import { isWholeZip } from './whole-zip';

/** Used where the answer names none. */
const NAME = 'moodify-data.zip';

/** The file broke off before its end. */
export class CutFileError extends Error {}

/**
 * Hands an answer to the browser as a file to be kept.
 *
 * @param onBytes called with how many bytes have come so far
 * @throws CutFileError if it is not all of the file; nothing is handed over then
 */
export async function download(
  response: Response,
  onBytes: (bytes: number) => void,
): Promise<void> {
  await saveWhole(await received(response, onBytes), nameOf(response));
}

/**
 * Hands a ZIP to the browser as a file to be kept.
 *
 * @throws CutFileError if it is not all of it
 */
export async function saveWhole(zip: Blob, name = NAME): Promise<void> {
  if (!(await isWholeZip(zip))) {
    throw new CutFileError(`The file has ${zip.size} bytes and no end`);
  }
  saveFile(name, zip);
}

async function received(response: Response, onBytes: (bytes: number) => void): Promise<Blob> {
  const type = response.headers.get('content-type') ?? 'application/zip';
  const reader = response.body?.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  try {
    for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
      parts.push(part.value);
      bytes += part.value.length;
      onBytes(bytes);
    }
  } catch (error) {
    throw new CutFileError(`The connection broke off after ${bytes} bytes`, { cause: error });
  }
  return new Blob(parts, { type });
}

/** The name that the answer gives its file (RFC 6266), without what could be a path. */
export function nameOf({ headers }: Pick<Response, 'headers'>): string {
  const name = /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1];
  return name?.replace(/[/\\:]/g, '_') ?? NAME;
}

/** How long a browser may take to begin with a file that is handed to it. */
const HANDED_OVER_MS = 60_000;

/** Used where the answer names none. */
const NAME = 'moodify-data.zip';

/**
 * Hands an answer to the browser as a file to be kept.
 *
 * @param onBytes called with how many bytes have come so far
 */
export async function download(
  response: Response,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const file = await received(response, onBytes);
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = nameOf(response);
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, HANDED_OVER_MS);
}

async function received(response: Response, onBytes: (bytes: number) => void): Promise<Blob> {
  const type = response.headers.get('content-type') ?? 'application/zip';
  const reader = response.body?.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    parts.push(part.value);
    bytes += part.value.length;
    onBytes(bytes);
  }
  return new Blob(parts, { type });
}

/** The name that the answer gives its file (RFC 6266), without what could be a path. */
export function nameOf({ headers }: Pick<Response, 'headers'>): string {
  const name = /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1];
  return name?.replace(/[/\\:]/g, '_') ?? NAME;
}

import type { Recipe } from './notes/recipe';
import { openRecording, render } from './renderer/render';
import { SAMPLE_RATE } from './sound/signal';
import { encodeWav } from './sound/wav';
import { canWriteOpus, OPUS_FILE_TYPE } from './stream/opus-file';

/** A piece as a file that a person can keep. */
export interface PieceFile {
  readonly content: Blob;
  /** What its name ends in, such as `.webm`. */
  readonly ending: string;
}

/**
 * Composes a piece into a file: Opus in WebM, some 3 MB, where the browser can encode it, and WAV, some 25 MB,
 * where it cannot. Done as fast as can be: somebody waits.
 *
 * @param onProgress called with the share that is done, in [0, 1]
 * @throws DOMException named AbortError if it was ended early
 */
export async function composeFile(
  recipe: Recipe,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<PieceFile> {
  if (!(await canWriteOpus())) {
    const content = encodeWav(await render(recipe, onProgress, signal));
    return { content, ending: '.wav' };
  }
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const { seconds, stretches } = await openRecording(recipe, signal, (part) => parts.push(part));
  let done = 0;
  for await (const { samples } of stretches) {
    done += samples;
    onProgress(Math.min(1, done / (seconds * SAMPLE_RATE)));
  }
  return { content: new Blob(parts, { type: OPUS_FILE_TYPE }), ending: '.webm' };
}

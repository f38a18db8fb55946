import type { Score } from '../score';
import type { Recording } from '../sound/master';
import { silence } from '../sound/signal';
import { RemoteStudio, type Stretch } from './remote-studio';

/** How to go about rendering. */
export interface RenderOptions {
  /** Told the share that is done, in [0, 1], after every stretch. */
  readonly onProgress?: (share: number) => void;
  /** Ends the work early. */
  readonly signal?: AbortSignal;
}

/**
 * Plays a piece into recordings, one after the other, faster than it sounds; the next one is only begun
 * when it is asked for. Together they are the piece.
 *
 * @throws DOMException named AbortError if it was ended early
 */
export async function* renderStretches(
  score: Score,
  signal?: AbortSignal,
): AsyncGenerator<Recording, void> {
  for await (const { recording } of stretchesOf(new RemoteStudio(score), signal)) {
    if (recording) {
      yield recording;
    }
  }
}

/**
 * Plays a piece into a file, see `OpusFile`, and yields how many samples each stretch has; the next one
 * is only begun when it is asked for.
 *
 * @param onPart told every part of the file, in order
 * @throws DOMException named AbortError if it was ended early
 */
export async function* writeStretches(
  score: Score,
  onPart: (part: Uint8Array<ArrayBuffer>) => void,
  signal?: AbortSignal,
): AsyncGenerator<number, void> {
  for await (const { samples } of stretchesOf(new RemoteStudio(score, onPart), signal)) {
    yield samples;
  }
}

/**
 * Plays a piece into one recording.
 *
 * @throws DOMException named AbortError if it was ended early
 */
export async function render(
  score: Score,
  { onProgress, signal }: RenderOptions = {},
): Promise<Recording> {
  const whole = { left: silence(score.seconds), right: silence(score.seconds) };
  let done = 0;
  for await (const { left, right } of renderStretches(score, signal)) {
    const room = whole.left.length - done;
    whole.left.set(left.subarray(0, room), done);
    whole.right.set(right.subarray(0, room), done);
    done += left.length;
    onProgress?.(Math.min(1, done / whole.left.length));
  }
  return whole;
}

async function* stretchesOf(
  studio: RemoteStudio,
  signal: AbortSignal | undefined,
): AsyncGenerator<Stretch, void> {
  try {
    for (;;) {
      const stretch = await studio.next();
      signal?.throwIfAborted();
      if (!stretch) {
        return;
      }
      yield stretch;
    }
  } finally {
    studio.close();
  }
}

import type { Score } from '../score';
import type { Recording } from './master';
import { RemoteStudio } from './remote-studio';
import { silence } from './signal';

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
  const studio = new RemoteStudio(score);
  try {
    for (;;) {
      const recording = await studio.next();
      signal?.throwIfAborted();
      if (!recording) {
        return;
      }
      yield recording;
    }
  } finally {
    studio.close();
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

import type { Recipe } from '../notes/recipe';
import type { Recording } from '../sound/signal';
import { silence } from '../sound/signal';
import { RemoteRenderer, type Stretch } from './remote-renderer';

/** A piece that is recorded faster than it sounds. */
export interface RecordingSession {
  /** How long the piece plays. */
  readonly seconds: number;
  /** Together they are the piece. The next one is only begun when it is asked for. */
  readonly stretches: AsyncGenerator<Stretch, void>;
}

/**
 * Composes a piece, and makes it ready to be recorded.
 *
 * @param onPart called with every part of a file of the piece, in order, see `OpusFile`; if it is
 *   absent, the stretches have their recordings with them
 * @throws DOMException named AbortError if it was ended early, as do the stretches
 */
export async function openRecording(
  recipe: Recipe,
  signal: AbortSignal,
  onPart?: (part: Uint8Array<ArrayBuffer>) => void,
): Promise<RecordingSession> {
  const renderer = new RemoteRenderer(recipe, onPart);
  try {
    const { seconds } = await renderer.opened;
    signal.throwIfAborted();
    return { seconds, stretches: stretchesOf(renderer, signal) };
  } catch (error) {
    renderer.close();
    throw error;
  }
}

/**
 * Plays a piece into one recording.
 *
 * @param onProgress called with the share that is done, in [0, 1], after every stretch
 * @throws DOMException named AbortError if it was ended early
 */
export async function render(
  recipe: Recipe,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Recording> {
  const { seconds, stretches } = await openRecording(recipe, signal);
  const whole = { left: silence(seconds), right: silence(seconds) };
  let done = 0;
  for await (const { recording } of stretches) {
    if (recording) {
      const room = whole.left.length - done;
      whole.left.set(recording.left.subarray(0, room), done);
      whole.right.set(recording.right.subarray(0, room), done);
      done += recording.left.length;
      onProgress(Math.min(1, done / whole.left.length));
    }
  }
  return whole;
}

async function* stretchesOf(
  renderer: RemoteRenderer,
  signal: AbortSignal,
): AsyncGenerator<Stretch, void> {
  try {
    for (;;) {
      const stretch = await renderer.next();
      signal.throwIfAborted();
      if (!stretch) {
        return;
      }
      yield stretch;
    }
  } finally {
    renderer.close();
  }
}

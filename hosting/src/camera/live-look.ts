import { adviceFor, type Advice } from '../photo/advice';
import { photoInspector } from '../photo/photo-inspector';

/** What the camera sees right now. */
export type LiveHint = Advice | 'no-face' | 'good';

/** Throttling: the time between two looks, so that the hint can be read and does not flicker. */
const INTERVAL_MS = 600;

/**
 * Looks at a camera's picture again and again and reports what could be better.
 *
 * @throws DOMException `AbortError` when it is aborted, which is the only way it ends
 * @param report called with the newest hint; nothing where this browser finds no faces
 */
export async function lookLive(
  video: HTMLVideoElement,
  report: (hint: LiveHint | undefined) => void,
  signal: AbortSignal,
): Promise<never> {
  for (;;) {
    signal.throwIfAborted();
    const { videoWidth: width, videoHeight: height } = video;
    if (width > 0 && !document.hidden) {
      const look = await photoInspector.glance({ picture: video, width, height });
      const seen = look.hasFace === false ? 'no-face' : look.hasFace ? 'good' : undefined;
      signal.throwIfAborted();
      report(adviceFor(look) ?? seen);
    }
    await new Promise((resolve) => {
      setTimeout(resolve, INTERVAL_MS);
    });
  }
}

import { adviceFor } from '../photo/advice';
import { looker } from '../photo/looker';

/** What the camera sees right now. */
export type LiveHint = 'dark' | 'backlit' | 'small' | 'no-face' | 'good';

/** How long to rest between two looks, in milliseconds: the hint is to be read, not to flicker. */
const REST_MS = 600;

/**
 * Looks at a camera's picture again and again and tells what could be better.
 *
 * @throws DOMException `AbortError` when it is aborted, which is the only way it ends
 * @param tell is told the newest hint; nothing where this browser cannot tell
 */
export async function lookLive(
  video: HTMLVideoElement,
  tell: (hint: LiveHint | undefined) => void,
  signal: AbortSignal,
): Promise<never> {
  for (;;) {
    signal.throwIfAborted();
    const { videoWidth: width, videoHeight: height } = video;
    if (width > 0 && !document.hidden) {
      const look = await looker.glance({ picture: video, width, height });
      const seen = look.face === false ? 'no-face' : look.face ? 'good' : undefined;
      signal.throwIfAborted();
      tell(adviceFor(look) ?? seen);
    }
    await new Promise((resolve) => {
      setTimeout(resolve, REST_MS);
    });
  }
}

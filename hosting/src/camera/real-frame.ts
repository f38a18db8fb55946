import { BLACK } from '../photo/advice';
import { ExposureMeter } from '../photo/exposure';

/** A video that has not begun yet says that it is smaller than this. */
const LEAST_SIDE = 16;
/** How long a black picture is taken for none: then the camera is covered, which the advice says. */
const BLACK_MS = 3000;
/** How long there may be no picture at all. */
const LONGEST_MS = 15_000;
const NEXT_LOOK_MS = 100;

/**
 * Waits until a camera's video shows a picture: the first one that Chromium has is black, as is what a
 * camera sends while it wakes up. What is painted in the same task as this resolves is that picture.
 *
 * @returns whether there is a picture; false once none has come for long, or the signal is aborted
 */
export async function realFrame(video: HTMLVideoElement, signal: AbortSignal): Promise<boolean> {
  const meter = new ExposureMeter();
  const start = performance.now();
  for (;;) {
    const waited = performance.now() - start;
    if (signal.aborted) {
      return false;
    }
    if (hasSize(video) && (waited > BLACK_MS || meter.measure(video).highlights >= BLACK)) {
      return true;
    }
    if (waited > LONGEST_MS) {
      return false;
    }
    await nextFrame(video);
  }
}

function hasSize({ readyState, videoWidth, videoHeight }: HTMLVideoElement): boolean {
  return (
    readyState >= HTMLMediaElement.HAVE_CURRENT_DATA &&
    Math.min(videoWidth, videoHeight) >= LEAST_SIDE
  );
}

/** Not every browser reports frames, and none reports those that do not come. */
function nextFrame(video: HTMLVideoElement): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, NEXT_LOOK_MS);
    if ('requestVideoFrameCallback' in video) {
      video.requestVideoFrameCallback(() => {
        clearTimeout(timer);
        resolve();
      });
    }
  });
}

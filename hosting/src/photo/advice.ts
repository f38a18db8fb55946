import type { Exposure } from './exposure';

/** What could be better about a picture, before anything of it is sent. */
export type Advice = 'black' | 'dark' | 'backlit' | 'small';

/** What is known of a picture on the person's own device. */
export interface Look {
  readonly exposure: Exposure;
  /** The longer side of the largest face in pixels of the photo as sent; absent if none was seen. */
  readonly faceSide?: number;
  /** Whether a face was seen; absent where none could be looked for. */
  readonly hasFace?: boolean;
}

/** Below this, in [0, 255], even the brightest parts are no picture: no room and no sensor is as dark. */
export const BLACK = 3;
/**
 * Below this, even the brightest parts of a picture are dark. Taken from all of it and not from the
 * face, so that nobody is asked to find more light for the colour of their skin.
 */
const DARK_HIGHLIGHTS = 80;
/** A face this dark in front of something bright is a shape and no more, whatever its colour. */
const SHADOW = 28;
const BRIGHT = 190;
/** `detect` cuts faces to 48 pixels: below that there is less to see than it was taught with. */
export const SMALL_FACE = 48;

/** Returns the one thing that would help most, or nothing if the picture is fine. */
export function adviceFor({ exposure, faceSide }: Look): Advice | undefined {
  if (exposure.highlights < BLACK) {
    return 'black';
  }
  if (exposure.highlights < DARK_HIGHLIGHTS) {
    return 'dark';
  }
  if (exposure.face !== undefined && exposure.face < SHADOW && exposure.highlights > BRIGHT) {
    return 'backlit';
  }
  // Without a face nothing is said: it may be one that only `detect` finds.
  return faceSide !== undefined && faceSide < SMALL_FACE ? 'small' : undefined;
}

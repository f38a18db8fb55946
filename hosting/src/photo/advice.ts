import type { Exposure } from './exposure';

/** What could be better about a picture, before anything of it is sent. */
export type Advice = 'black' | 'dark' | 'backlit' | 'small' | 'blurred';

/** What is known of a picture on the person's own device. */
export interface Look {
  readonly exposure: Exposure;
  /** The longer side of the largest face in pixels of the photo as sent; absent if none was seen. */
  readonly faceSide?: number;
  /** How sharp that face is, see `measureSharpness`; absent if none was seen, or too small a one. */
  readonly sharpness?: number;
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

/**
 * Faces less sharp than this are blurred. Measured on the photos in this repository and on copies that
 * were blurred by a Gaussian, its sigma given as a share of the face's side: sharp ones are at 0.3 to 2,
 * at 1.5 % at 0.08 and more, at 3 % at 0.02 to 0.08, from 4 % on below 0.03. `detect` reads them the same up
 * to 1.5 %; at 4 % it is much less sure, or finds no face.
 */
const BLURRED = 0.05;

/** Returns the one thing that would help most, or nothing if the picture is fine. */
export function adviceFor({ exposure, faceSide, sharpness }: Look): Advice | undefined {
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
  if (faceSide !== undefined && faceSide < SMALL_FACE) {
    return 'small';
  }
  return sharpness !== undefined && sharpness < BLURRED ? 'blurred' : undefined;
}

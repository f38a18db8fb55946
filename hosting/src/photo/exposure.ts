import type { Face } from './faces/face-finder';

/** How bright a picture is: luma in [0, 255], Rec. 709. */
export interface Exposure {
  /** Brighter than 95 % of the picture. Low only where nothing in it has light. */
  readonly highlights: number;
  /** The middle of the face's own brightness; absent where no face is known. */
  readonly face?: number;
}

/** A grid of so many places shows how bright a picture is. */
export const SAMPLES = 64;

/** Of a picture that cannot be measured: nothing is said against it. */
export const UNKNOWN: Exposure = { highlights: 255 };

/** Measures how bright pictures are, on one canvas for all of them. */
export class ExposureMeter {
  private readonly pen = document
    .createElement('canvas')
    .getContext('2d', { willReadFrequently: true });

  /** Reports full brightness where the browser lends no memory for a canvas. */
  measure(picture: CanvasImageSource, face?: Share): Exposure {
    if (!this.pen) {
      return UNKNOWN;
    }
    this.pen.canvas.width = SAMPLES;
    this.pen.canvas.height = SAMPLES;
    this.pen.drawImage(picture, 0, 0, SAMPLES, SAMPLES);
    return measureExposure(this.pen.getImageData(0, 0, SAMPLES, SAMPLES).data, face);
  }
}

/** Measures a picture that has been drawn into a square of {@link SAMPLES} pixels. */
export function measureExposure(pixels: Uint8ClampedArray, face?: Share): Exposure {
  const all = new Float32Array(pixels.length / 4);
  for (let place = 0; place < all.length; place += 1) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(place * 4, place * 4 + 3);
    all[place] = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }
  const highlights = quantile(all, 0.95);
  if (!face) {
    return { highlights };
  }
  const onFace = all.filter((_, place) => {
    const x = ((place % SAMPLES) + 0.5) / SAMPLES;
    const y = (Math.floor(place / SAMPLES) + 0.5) / SAMPLES;
    return x > face.left && x < face.right && y > face.top && y < face.bottom;
  });
  return onFace.length > 0 ? { highlights, face: quantile(onFace, 0.5) } : { highlights };
}

/** Where a face is, each side as a share of the picture. */
export interface Share {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Returns where a face lies in a picture of this size. */
export function shareOf({ left, top, width, height }: Face, picture: Size): Share {
  return {
    left: left / picture.width,
    top: top / picture.height,
    right: (left + width) / picture.width,
    bottom: (top + height) / picture.height,
  };
}

/** In pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

function quantile(values: Float32Array, share: number): number {
  const sorted = values.slice().sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

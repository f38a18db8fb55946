import type { Face } from './faces/face-finder';

/**
 * The side of a face as it is measured, in pixels: that of the crop from which `detect` reads, so that
 * only blur counts that is left in it, however many pixels the photo has.
 */
export const CROP = 48;

/** Of less contrast than this (a variance of 1 of 255 greys) nothing can be said. */
const FLAT = 1;

/** Measures how sharp faces are, on one canvas for all of them. */
export class SharpnessMeter {
  private readonly pen = document
    .createElement('canvas')
    .getContext('2d', { willReadFrequently: true });

  /** Returns nothing of a face that would have to be made larger, and where there is no canvas. */
  measure(picture: CanvasImageSource, face: Face): number | undefined {
    if (!this.pen || Math.min(face.width, face.height) < CROP) {
      return undefined;
    }
    this.pen.canvas.width = CROP;
    this.pen.canvas.height = CROP;
    this.pen.imageSmoothingQuality = 'high';
    const { left, top, width, height } = face;
    this.pen.drawImage(picture, left, top, width, height, 0, 0, CROP, CROP);
    return measureSharpness(this.pen.getImageData(0, 0, CROP, CROP).data);
  }
}

/**
 * Returns how sharp a square of {@link CROP} pixels is: the variance of its Laplacian as a share of the
 * variance of its greys, so that neither the light nor the colour of a skin counts. Nothing, if it is
 * of one colour.
 */
export function measureSharpness(pixels: Uint8ClampedArray): number | undefined {
  const greys = Array.from({ length: CROP * CROP }, (_, place) => {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(place * 4, place * 4 + 3);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  });
  const contrast = variance(greys);
  const at = (x: number, y: number) => greys[y * CROP + x] ?? 0;
  const edges = greys.flatMap((grey, place) => {
    const x = place % CROP;
    const y = Math.floor(place / CROP);
    const isInside = x > 0 && y > 0 && x < CROP - 1 && y < CROP - 1;
    return isInside ? [at(x - 1, y) + at(x + 1, y) + at(x, y - 1) + at(x, y + 1) - 4 * grey] : [];
  });
  return contrast < FLAT ? undefined : variance(edges) / contrast;
}

function variance(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}

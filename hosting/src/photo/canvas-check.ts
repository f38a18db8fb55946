/** Colours as far apart as can be, none of which noise leaves as it is in every channel. */
const COLOURS = [
  [255, 0, 96],
  [0, 160, 255],
  [64, 224, 32],
  [200, 200, 8],
] as const;

/** The test picture's sides. Some browsers leave very small pictures alone, and noise may be sparse. */
const SIDE = 32;

/**
 * How far off a channel may be on average, of 255. Rounding is below 1, and so is noise in the lowest
 * bit alone, which changes nothing that is read in a photo.
 */
const TOLERANCE = 2;

let answer: Promise<boolean> | undefined;

/**
 * Returns whether this browser gives back what was drawn. Against fingerprinting, some answer noise, or
 * one colour, when a page reads a canvas: a photo that is drawn anew would be noise, too.
 *
 * Tried once per page load, with a small picture that is read in both ways: as pixels, and as a file.
 */
export function isCanvasFaithful(): Promise<boolean> {
  answer ??= check();
  return answer;
}

/** Has the next question tried anew. */
export function forgetCanvas(): void {
  answer = undefined;
}

async function check(): Promise<boolean> {
  const pen = newPen();
  if (!pen) {
    // Without a canvas nothing is drawn anew anyway.
    return true;
  }
  try {
    drawColours(pen);
    return isAsDrawn(pen) && (await isWrittenAsDrawn(pen.canvas));
  } catch (error) {
    console.warn('This browser lets no page read a canvas', error);
    return false;
  }
}

function newPen(): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas');
  canvas.width = SIDE;
  canvas.height = SIDE;
  return canvas.getContext('2d', { willReadFrequently: true });
}

/** A stripe of each colour, side by side. */
function drawColours(pen: CanvasRenderingContext2D): void {
  COLOURS.forEach((colour, index) => {
    pen.fillStyle = `rgb(${colour.join(' ')})`;
    pen.fillRect(index * STRIPE, 0, STRIPE, SIDE);
  });
}

const STRIPE = SIDE / COLOURS.length;

function isAsDrawn(pen: CanvasRenderingContext2D): boolean {
  const { data } = pen.getImageData(0, 0, SIDE, SIDE);
  return differenceFromDrawn(data) <= TOLERANCE;
}

/** Writes the canvas into a file as is done with a photo, and draws that file. */
async function isWrittenAsDrawn(canvas: HTMLCanvasElement): Promise<boolean> {
  const file = await new Promise<Blob | null>((resolve) => {
    // Not JPEG, which alters colours by itself.
    canvas.toBlob(resolve, 'image/png');
  });
  const copy = newPen();
  if (!file || !copy) {
    return false;
  }
  const bitmap = await createImageBitmap(file);
  copy.drawImage(bitmap, 0, 0);
  bitmap.close();
  return isAsDrawn(copy);
}

/** The mean over all channels. */
function differenceFromDrawn(pixels: Uint8ClampedArray): number {
  let sum = 0;
  for (let at = 0; at < SIDE * SIDE * 4; at += 1) {
    const stripe = Math.floor(((at >> 2) % SIDE) / STRIPE);
    sum += Math.abs((pixels[at] ?? 0) - (COLOURS[stripe]?.[at & 3] ?? 255));
  }
  return sum / (SIDE * SIDE * 4);
}

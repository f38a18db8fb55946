import { isCanvasFaithful } from '../photo/canvas-check';
import { PhotoRefusedError, preparePhoto } from '../photo/prepare-photo';

/** How long each side of a picture is, in pixels. */
const PICTURE_SIDE = 256;

/** Tried in this order: what a browser cannot write comes out as PNG. */
const TYPES = ['image/webp', 'image/jpeg'] as const;

const QUALITY = 0.86;

/**
 * Makes a picture of a person out of whatever file they choose: the middle of it, square, and drawn
 * anew, so that nothing a camera writes into its files, such as the place, goes with it.
 *
 * @throws PhotoRefusedError if the file is no image, too large, or cannot be decoded or
 *   drawn here
 */
export async function makePicture(file: Blob): Promise<Blob> {
  if (!(await isCanvasFaithful())) {
    throw new PhotoRefusedError('photo.error.canvas');
  }
  const { blob } = await preparePhoto(file);
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(blob, { imageOrientation: 'from-image' });
  } catch {
    throw new PhotoRefusedError('photo.error.not-an-image');
  }
  const canvas = document.createElement('canvas');
  canvas.width = PICTURE_SIDE;
  canvas.height = PICTURE_SIDE;
  const pen = canvas.getContext('2d');
  if (!pen) {
    bitmap.close();
    throw new PhotoRefusedError('photo.error.unreadable');
  }
  const { width, height } = bitmap;
  const side = Math.min(width, height);
  pen.imageSmoothingQuality = 'high';
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, PICTURE_SIDE, PICTURE_SIDE);
  // Faces are above the middle of upright pictures more often than below it.
  const top = (height - side) / (height > width ? 3 : 2);
  pen.drawImage(bitmap, (width - side) / 2, top, side, side, 0, 0, PICTURE_SIDE, PICTURE_SIDE);
  bitmap.close();
  return encoded(canvas);
}

async function encoded(canvas: HTMLCanvasElement): Promise<Blob> {
  for (const type of TYPES) {
    const picture = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, type, QUALITY);
    });
    if (picture?.type === type) {
      return picture;
    }
  }
  throw new PhotoRefusedError('photo.error.unreadable');
}

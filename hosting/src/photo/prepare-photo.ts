import type { MessageKey } from '../messages/messages';
import { failureKey } from '../mood/mood-failure';
import { adviceFor, type Advice } from './advice';
import { isCanvasFaithful } from './canvas-check';
import { HEADER_BYTES, readImageHeader, type ImageHeader } from './image-header';
import { photoInspector } from './photo-inspector';

/** A photo as it is uploaded. */
export interface PreparedPhoto {
  readonly blob: Blob;
  /** A media type, such as `image/jpeg`. */
  readonly type: string;
  /** In pixels; absent if this browser cannot show the photo. */
  readonly size?: { readonly width: number; readonly height: number };
  /** What could be better about it, for the person to decide before it is sent. */
  readonly advice?: Advice;
  /** Whether a face is seen in it on this device; absent where none could be looked for. */
  readonly hasFace?: boolean;
}

/** A file that is not worth an upload; {@link key} names the sentence for the person. */
export class PhotoRefusedError extends Error {
  constructor(readonly key: MessageKey) {
    super(key);
    this.name = 'PhotoRefusedError';
  }
}

/** The long side of a photo as it is uploaded, in pixels: plenty for a face, and a quick upload. */
const LONG_SIDE = 1280;

const JPEG_QUALITY = 0.9;
/** The limit of the storage rules, and of what is read in `detect`. */
const MAX_UPLOAD_BYTES = 10 * 1024 * 1024;
/** What is downscaled here may be larger, but not so large that a phone runs out of memory. */
const MAX_FILE_BYTES = 50 * 1024 * 1024;
const MAX_PIXELS = 50_000_000;

/**
 * Makes a photo ready for its upload: upright, at most {@link LONG_SIDE} pixels long, and without
 * what a camera writes into its files, such as the place. What only this browser can decode, such as
 * HEIC in Safari, becomes JPEG. An image that it cannot decode, such as a damaged one, is passed on as it
 * is if the functions read its format: they know better what to say. So is any in a browser whose
 * canvas answers noise.
 *
 * @throws PhotoRefusedError if the file is empty, no image, too large, or of a format that neither this
 *   browser nor the functions read
 */
export async function preparePhoto(file: Blob): Promise<PreparedPhoto> {
  if (file.size === 0) {
    throw new PhotoRefusedError('photo.error.empty');
  }
  const header = readImageHeader(await firstBytes(file));
  if (!header?.type.startsWith('image/')) {
    throw refusal(header?.code);
  }
  if (file.size > MAX_FILE_BYTES) {
    throw new PhotoRefusedError('photo.error.far-too-large');
  }
  // Before decoding: a file of a few kilobytes can unfold to gigabytes.
  if ((header.width ?? 0) * (header.height ?? 0) > MAX_PIXELS) {
    throw new PhotoRefusedError('photo.error.too-many-pixels');
  }
  const photo = await drawAnew(file, header);
  if (photo.blob.size > MAX_UPLOAD_BYTES) {
    throw new PhotoRefusedError('photo.error.too-large');
  }
  return photo;
}

/** Of a code that is not known here, nothing more is said than that it is no photo. */
function refusal(code = 'not_an_image'): PhotoRefusedError {
  return new PhotoRefusedError(failureKey(code) ?? 'photo.error.not-an-image');
}

/**
 * Makes a photo of a picture, such as one of the camera, and looks at what could be better about it.
 *
 * @param given the picture's size in pixels
 * @returns nothing if the browser lends no memory for it, or answers noise instead of what was painted
 */
export async function paintPhoto(
  picture: CanvasImageSource,
  given: { readonly width: number; readonly height: number },
): Promise<PreparedPhoto | undefined> {
  if (!(await isCanvasFaithful())) {
    return undefined;
  }
  const size = fitLongSide(given.width, given.height, LONG_SIDE);
  const canvas = document.createElement('canvas');
  canvas.width = size.width;
  canvas.height = size.height;
  const pen = canvas.getContext('2d');
  if (!pen) {
    return undefined;
  }
  pen.imageSmoothingQuality = 'high';
  // JPEG has no transparency, and a canvas without ground would turn it black.
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, size.width, size.height);
  pen.drawImage(picture, 0, 0, size.width, size.height);
  const [blob, look] = await Promise.all([
    new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY);
    }),
    photoInspector.study({ picture: canvas, ...size }),
  ]);
  const advice = adviceFor(look);
  const { hasFace } = look;
  const found = { ...(advice && { advice }), ...(hasFace !== undefined && { hasFace }) };
  return blob ? { blob, type: 'image/jpeg', size, ...found } : undefined;
}

/** Returns the size of a picture of which the long side is at most `longSide` pixels. */
export function fitLongSide(width: number, height: number, longSide: number) {
  const scale = Math.min(1, longSide / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

async function firstBytes(file: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(0, HEADER_BYTES).arrayBuffer());
  } catch {
    // A folder, or a file that is gone: browsers say so only when it is read.
    throw new PhotoRefusedError('photo.error.unreadable');
  }
}

/** Returns the photo as JPEG, or the file itself where that cannot be made here. */
async function drawAnew(file: Blob, { type, code }: ImageHeader): Promise<PreparedPhoto> {
  const bitmap = await decode(file, type);
  try {
    const photo = bitmap && (await paintPhoto(bitmap, bitmap));
    if (photo) {
      return photo;
    }
    if (code) {
      // What could be decoded could not be read out again.
      throw bitmap ? new PhotoRefusedError('photo.error.canvas') : refusal(code);
    }
    const size = bitmap && { width: bitmap.width, height: bitmap.height };
    return { blob: file, type, ...(size && { size }) };
  } finally {
    bitmap?.close();
  }
}

/** Returns nothing if this browser cannot decode the file. */
async function decode(file: Blob, type: string): Promise<ImageBitmap | undefined> {
  try {
    // Some browsers choose the decoder by the type, which is not always that of the content.
    const typed = file.slice(0, file.size, type);
    return await createImageBitmap(typed, { imageOrientation: 'from-image' });
  } catch {
    return undefined;
  }
}

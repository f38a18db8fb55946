import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { greyGif } from './grey-gif';

/** A file as Playwright puts it into a file field. */
export interface PhotoFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const ASTRONAUT = readFileSync(new URL('../fixtures/astronaut.jpg', import.meta.url));

const file = (name: string, mimeType: string, buffer: Buffer): PhotoFile => ({
  name,
  mimeType,
  buffer,
});

/** A face that smiles. */
export const astronaut = file('astronaut.jpg', 'image/jpeg', ASTRONAUT);

export const emptyFile = file('empty.jpg', 'image/jpeg', Buffer.alloc(0));

export const text = file('diary.jpg', 'image/jpeg', Buffer.from('Dear diary, this is no photo.'));

/** The first half of a photo, as a broken download leaves it. */
export const truncatedJpeg = file(
  'truncated.jpg',
  'image/jpeg',
  ASTRONAUT.subarray(0, ASTRONAUT.length / 2),
);

/** The head of an MP4 file. */
export const video = file(
  'film.mp4',
  'video/mp4',
  Buffer.concat([Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isomiso2'), Buffer.alloc(4000, 7)]),
);

/** The head of a HEIC file and noise: enough to be recognized, not to be decoded. */
export const heic = file(
  'photo.heic',
  'image/heic',
  Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1'), Buffer.alloc(4000, 7)]),
);

/** The head of an AVIF file that calls itself HEIF first. */
export const avif = file(
  'photo.avif',
  'image/avif',
  Buffer.concat([Buffer.from('\0\0\0\x18ftypmif1\0\0\0\0miafavif'), Buffer.alloc(4000, 7)]),
);

/** The signature of a JPEG XL file, which says nothing else. */
export const jpegXl = file(
  'photo.jxl',
  'image/jxl',
  Buffer.from('\0\0\0\fJXL \r\n\x87\n', 'latin1'),
);

export const pdf = file('photo.pdf', 'application/pdf', Buffer.from('%PDF-1.7\n'));

/** Letters where a bitmap has its sides, which are then more than a thousand million pixels. */
export const textOfCars = file(
  'cars.jpg',
  'image/jpeg',
  Buffer.from('BMW cars are nice, all of them'),
);

/** The face as an icon, which the functions do not read and most browsers do. */
export async function icon(page: Page): Promise<PhotoFile> {
  const png = await drawn(
    page,
    256,
    256,
    (pen, photo) => {
      pen.drawImage(photo, 130, 10, 200, 200, 0, 0, 256, 256);
    },
    'image/png',
  );
  const head = Buffer.alloc(22);
  // One picture of 32 bits, whose sides of 256 are written as 0, behind these 22 bytes.
  Buffer.from([0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 1, 0, 32, 0]).copy(head);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return file('face.ico', 'image/x-icon', Buffer.concat([head, png]));
}

/** A PNG of a hundred bytes that says it is 30,000 pixels wide and high. */
export function bomb(): PhotoFile {
  const buffer = Buffer.alloc(100);
  buffer.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
  buffer.writeUInt32BE(30_000, 16);
  buffer.writeUInt32BE(30_000, 20);
  return file('bomb.png', 'image/png', buffer);
}

/** The face lying on its left side, with the EXIF orientation that sets it upright again. */
export async function sideways(page: Page): Promise<PhotoFile> {
  const jpeg = await drawn(page, 512, 512, (pen, photo) => {
    pen.rotate(-Math.PI / 2);
    pen.drawImage(photo, -512, 0);
  });
  // A segment of 34 bytes: a big-endian TIFF head and one entry: orientation (0x0112), short, 6.
  const exif = Buffer.concat([
    Buffer.from([0xff, 0xe1, 0, 34]),
    Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01', 'latin1'),
    Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]),
  ]);
  return file(
    'sideways.jpg',
    'image/jpeg',
    Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]),
  );
}

/** Three faces, the one in the middle larger than the others. */
export async function threeFaces(page: Page): Promise<PhotoFile> {
  const jpeg = await drawn(page, 1280, 640, (pen, photo) => {
    pen.fillStyle = '#b9c4c9';
    pen.fillRect(0, 0, 1280, 640);
    // Head and shoulders of the photo.
    const put = (left: number, top: number, side: number) => {
      pen.drawImage(photo, 130, 10, 200, 200, left, top, side, side);
    };
    put(40, 240, 300);
    put(400, 80, 480);
    put(940, 240, 300);
  });
  return file('three.jpg', 'image/jpeg', jpeg);
}

/** As small as a picture can be. */
export async function onePixel(page: Page): Promise<PhotoFile> {
  const jpeg = await drawn(page, 1, 1, (pen, photo) => {
    pen.drawImage(photo, 0, 0);
  });
  return file('pixel.jpg', 'image/jpeg', jpeg);
}

/** The face in a room without light. */
export async function dark(page: Page): Promise<PhotoFile> {
  const jpeg = await drawn(page, 512, 512, (pen, photo) => {
    pen.filter = 'brightness(0.25)';
    pen.drawImage(photo, 0, 0);
  });
  return file('dark.jpg', 'image/jpeg', jpeg);
}

/** The face in front of a window: a shadow before something bright. */
export async function backlit(page: Page): Promise<PhotoFile> {
  const jpeg = await drawn(page, 512, 512, (pen, photo) => {
    pen.fillStyle = '#fdfdf6';
    pen.fillRect(0, 0, 512, 512);
    pen.filter = 'brightness(0.11)';
    pen.drawImage(photo, 130, 10, 200, 200, 56, 56, 400, 400);
  });
  return file('backlit.jpg', 'image/jpeg', jpeg);
}

/** The face, taken while somebody moved: blurred by a 25th of its side. */
export async function blurred(page: Page): Promise<PhotoFile> {
  const jpeg = await drawn(page, 512, 512, (pen, photo) => {
    pen.filter = 'blur(4px)';
    pen.drawImage(photo, 0, 0);
  });
  return file('blurred.jpg', 'image/jpeg', jpeg);
}

/** The photo, small in the middle of a grey wall. */
export async function farAway(page: Page): Promise<PhotoFile> {
  const jpeg = await drawn(page, 1280, 960, (pen, photo) => {
    pen.fillStyle = '#b9c4c9';
    pen.fillRect(0, 0, 1280, 960);
    pen.drawImage(photo, 520, 430, 240, 240);
  });
  return file('far.jpg', 'image/jpeg', jpeg);
}

/** A picture that cannot be compressed well, so that its upload takes several parts. */
export async function noise(page: Page): Promise<PhotoFile> {
  const jpeg = await drawn(page, 1280, 960, (pen) => {
    const pixels = pen.createImageData(1280, 960);
    let random = 1;
    for (let index = 0; index < pixels.data.length; index += 1) {
      random = (random * 16_807) % 2_147_483_647;
      pixels.data[index] = index % 4 === 3 ? 255 : random % 256;
    }
    pen.putImageData(pixels, 0, 0);
  });
  return file('noise.jpg', 'image/jpeg', jpeg);
}

/** Hills, a lake and a sun: a picture in which nobody is. */
export async function landscape(page: Page): Promise<PhotoFile> {
  const jpeg = await drawn(page, 1200, 800, (pen) => {
    const sky = pen.createLinearGradient(0, 0, 0, 500);
    sky.addColorStop(0, '#5b8fc9');
    sky.addColorStop(1, '#f4d9b0');
    pen.fillStyle = sky;
    pen.fillRect(0, 0, 1200, 800);
    const hills = (color: string, base: number, height: number, length: number) => {
      pen.fillStyle = color;
      pen.beginPath();
      pen.moveTo(0, 800);
      for (let x = 0; x <= 1200; x += 4) {
        pen.lineTo(x, base - height * Math.sin(x / length) - 12 * Math.sin(x / 17));
      }
      pen.lineTo(1200, 800);
      pen.fill();
    };
    hills('#7d93a8', 430, 70, 190);
    hills('#4d6b5b', 540, 50, 120);
    hills('#2f4a3a', 690, 40, 260);
  });
  return file('landscape.jpg', 'image/jpeg', jpeg);
}

/** 20 megapixels, as a telephone takes them. */
export async function large(page: Page): Promise<PhotoFile> {
  const jpeg = await drawn(page, 5472, 3648, (pen, photo) => {
    pen.drawImage(photo, 912, 0, 3648, 3648);
  });
  return file('large.jpg', 'image/jpeg', jpeg);
}

/** A GIF of two pictures, the first of which is the face. */
export async function animatedGif(page: Page): Promise<PhotoFile> {
  const side = 320;
  const drawingPage = await page.context().newPage();
  const grey = await drawingPage.evaluate(
    async ({ source, side }) => {
      const photo = await createImageBitmap(await (await fetch(source)).blob());
      const pen = Object.assign(document.createElement('canvas'), {
        width: side,
        height: side,
      }).getContext('2d');
      pen?.drawImage(photo, 0, 0, side, side);
      const pixels = pen?.getImageData(0, 0, side, side).data ?? [];
      return Array.from({ length: side * side }, (_, index) =>
        Math.round(
          0.299 * (pixels[index * 4] ?? 0) +
            0.587 * (pixels[index * 4 + 1] ?? 0) +
            0.114 * (pixels[index * 4 + 2] ?? 0),
        ),
      );
    },
    { source: dataAddress(), side },
  );
  await drawingPage.close();
  const black = grey.map(() => 0);
  return file('animated.gif', 'image/gif', greyGif(side, side, [grey, black]));
}

type Draw = (pen: CanvasRenderingContext2D, photo: ImageBitmap) => void;

/**
 * Has the browser draw a JPEG, or another file, on an empty page beside the one under test. The drawing runs there and
 * sees only its two arguments.
 */
async function drawn(
  page: Page,
  width: number,
  height: number,
  draw: Draw,
  type = 'image/jpeg',
): Promise<Buffer> {
  const drawingPage = await page.context().newPage();
  const base64 = await drawingPage.evaluate<string>(`(async () => {
    const photo = await createImageBitmap(await (await fetch('${dataAddress()}')).blob());
    const canvas = document.createElement('canvas');
    canvas.width = ${width};
    canvas.height = ${height};
    (${draw.toString()})(canvas.getContext('2d'), photo);
    return canvas.toDataURL('${type}', 0.92).split(',')[1];
  })()`);
  await drawingPage.close();
  return Buffer.from(base64, 'base64');
}

const dataAddress = () => `data:image/jpeg;base64,${ASTRONAUT.toString('base64')}`;

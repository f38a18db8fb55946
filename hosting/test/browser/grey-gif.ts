/** Codes 0 to 127 are greys; these two come after them. */
const CLEAR = 128;
const END = 129;
/** Every code adds an entry to the table. Cleared after as many, it never needs codes of 9 bits. */
const RUN = 120;

/**
 * Writes an animated GIF in 128 greys, each picture for a second, without compressing it.
 *
 * @param pictures the grey values of each, 0 to 255, row by row
 */
export function greyGif(width: number, height: number, pictures: number[][]): Buffer {
  const size = [width & 255, width >> 8, height & 255, height >> 8];
  const palette = Array.from({ length: 128 }, (_, grey) => [grey * 2, grey * 2, grey * 2]).flat();
  const frames = pictures.flatMap((picture) => [
    // Graphic control: shown for 100 hundredths of a second.
    ...[0x21, 0xf9, 4, 0, 100, 0, 0, 0],
    ...[0x2c, 0, 0, 0, 0, ...size, 0],
    7,
    ...blocks(codes(picture)),
  ]);
  return Buffer.from([
    ...Buffer.from('GIF89a'),
    ...size,
    ...[0xf6, 0, 0],
    ...palette,
    ...frames,
    0x3b,
  ]);
}

/** With a clear code before the table grows past 8 bits, every code is one byte. */
function codes(picture: number[]): number[] {
  const bytes: number[] = [];
  picture.forEach((grey, index) => {
    if (index % RUN === 0) {
      bytes.push(CLEAR);
    }
    bytes.push(grey >> 1);
  });
  bytes.push(END);
  return bytes;
}

/** GIF hands out its data in pieces of up to 255 bytes, each after its length. */
function blocks(bytes: number[]): number[] {
  const pieces: number[] = [];
  for (let start = 0; start < bytes.length; start += 255) {
    const piece = bytes.slice(start, start + 255);
    pieces.push(piece.length, ...piece);
  }
  return [...pieces, 0];
}

import type { Page } from '@playwright/test';

/** Has a page read noise out of every canvas, as browsers do that protect against fingerprinting. */
export async function withNoisyCanvas(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const spoil = (pixels: ImageData) => {
      for (let at = 0; at < pixels.data.length; at += 1) {
        pixels.data[at] = at % 4 === 3 ? 255 : Math.floor(Math.random() * 256);
      }
      return pixels;
    };
    for (const { prototype } of [CanvasRenderingContext2D, OffscreenCanvasRenderingContext2D]) {
      const read = Reflect.get(prototype, 'getImageData') as (...area: unknown[]) => ImageData;
      Reflect.set(prototype, 'getImageData', function (this: unknown, ...area: unknown[]) {
        return spoil(read.apply(this, area));
      });
    }
    const noiseLike = ({ width, height }: { width: number; height: number }) => {
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      canvas.getContext('2d')?.putImageData(spoil(new ImageData(width, height)), 0, 0);
      return canvas;
    };
    for (const name of ['toBlob', 'toDataURL'] as const) {
      const write = Reflect.get(HTMLCanvasElement.prototype, name) as (
        ...given: unknown[]
      ) => unknown;
      Reflect.set(
        HTMLCanvasElement.prototype,
        name,
        function (this: HTMLCanvasElement, ...given: unknown[]) {
          return write.apply(noiseLike(this), given);
        },
      );
    }
    OffscreenCanvas.prototype.convertToBlob = function (options) {
      return new Promise((resolve) => {
        noiseLike(this).toBlob((blob) => {
          resolve(blob ?? new Blob());
        }, options?.type);
      });
    };
  });
}

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LaunchOptions } from '@playwright/test';
import { chromiumOptions } from './chromium.js';

/** A second of a film, which Chromium plays again and again. */
const PICTURES = 30;

/** As large as a window has to be: painting thirty pictures a second is most of the work of a test. */
export const SMALL_WINDOW = { width: 640, height: 720 };

/**
 * How to start Chromium with a camera that shows the photo of the fixtures: a film in Motion JPEG, made
 * here, is nothing but JPEGs one after the other.
 */
export function withFakeCamera(): LaunchOptions {
  const photo = readFileSync(new URL('../fixtures/astronaut.jpg', import.meta.url));
  const film = join(mkdtempSync(join(tmpdir(), 'moodify-camera-')), 'face.mjpeg');
  writeFileSync(film, Buffer.concat(new Array<Buffer>(PICTURES).fill(photo)));
  const options: LaunchOptions = chromiumOptions();
  return {
    ...options,
    args: [
      ...(options.args ?? []),
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  };
}

/** How to start Chromium with several cameras, which show a pattern. */
export function withFakeCameras(count: number): LaunchOptions {
  const options: LaunchOptions = chromiumOptions();
  return {
    ...options,
    args: [...(options.args ?? []), `--use-fake-device-for-media-stream=device-count=${count}`],
  };
}

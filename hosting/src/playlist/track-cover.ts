import { svg, type SVGTemplateResult } from 'lit';
import { hash } from '../shared/hash';
import '../shared/track.css';
import type { Track } from './track';

const BARS = 5;

/** What a cover is drawn from, on a field of 48 by 48. */
interface CoverDrawing {
  readonly ground: string;
  readonly sun: { readonly colour: string; readonly x: number; readonly y: number };
  readonly bars: readonly { readonly x: number; readonly height: number }[];
}

const SIZE = 48;
const SUN_RADIUS = 20;
const BAR_WIDTH = 3;

/** How large a cover is drawn for the system's lock screen, in pixels. */
const PICTURE_SIZE = 512;

/**
 * A cover drawn from what a track sounds like: pleasant music is warm in colour, dark music is cool,
 * and lively music has taller bars. The same track always looks the same.
 */
export function trackCover(track: Track): SVGTemplateResult {
  const { ground, sun, bars } = drawingOf(track);
  return svg`
    <svg class="track-cover" viewBox="0 0 ${SIZE} ${SIZE}" aria-hidden="true">
      <rect width=${SIZE} height=${SIZE} fill=${ground} />
      <circle cx=${sun.x} cy=${sun.y} r=${SUN_RADIUS} fill=${sun.colour} />
      <g stroke="#fff" stroke-width=${BAR_WIDTH} stroke-linecap="round">
        ${bars.map(({ x, height }) => svg`<path d="M${x} ${(SIZE - height) / 2}v${height}" />`)}
      </g>
    </svg>
  `;
}

/**
 * Draws the same cover as a PNG file, for what lies outside the page.
 *
 * @returns nothing where the browser cannot
 */
export function coverPicture(track: Track): Promise<Blob | undefined> {
  const canvas = document.createElement('canvas');
  canvas.width = PICTURE_SIZE;
  canvas.height = PICTURE_SIZE;
  const context = canvas.getContext('2d');
  if (!context) {
    return Promise.resolve(undefined);
  }
  const { ground, sun, bars } = drawingOf(track);
  context.scale(PICTURE_SIZE / SIZE, PICTURE_SIZE / SIZE);
  context.fillStyle = ground;
  context.fillRect(0, 0, SIZE, SIZE);
  context.fillStyle = sun.colour;
  context.beginPath();
  context.arc(sun.x, sun.y, SUN_RADIUS, 0, 2 * Math.PI);
  context.fill();
  context.strokeStyle = '#fff';
  context.lineWidth = BAR_WIDTH;
  context.lineCap = 'round';
  context.beginPath();
  bars.forEach(({ x, height }) => {
    context.moveTo(x, (SIZE - height) / 2);
    context.lineTo(x, (SIZE + height) / 2);
  });
  context.stroke();
  return new Promise((resolve) => {
    canvas.toBlob((picture) => {
      resolve(picture ?? undefined);
    });
  });
}

function drawingOf({ id, affect }: Track): CoverDrawing {
  const seed = hash(id);
  // From blue (230 degrees) over violet and red to amber (410, that is 50).
  const hue = Math.round(320 + 90 * affect.valence + (seed % 21) - 10) % 360;
  return {
    ground: `hsl(${hue} 42% 46%)`,
    sun: {
      colour: `hsl(${hue + 24} 52% 56% / 0.7)`,
      x: 8 + (seed % 32),
      y: 4 + ((seed >>> 5) % 40),
    },
    bars: Array.from({ length: BARS }, (_, index) => {
      const chance = ((seed >>> (index * 4)) & 15) / 15;
      return { x: 12 + index * 6, height: 6 + (affect.arousal + 1) * 7 + chance * 10 };
    }),
  };
}

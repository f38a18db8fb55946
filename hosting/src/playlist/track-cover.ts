import { svg, type SVGTemplateResult } from 'lit';
import type { Track } from './track';

const BARS = 5;

/**
 * A cover drawn from what a track sounds like: pleasant music is warm in colour, dark music is cool,
 * and lively music has taller bars. The same track always looks the same.
 */
export function trackCover({ id, affect }: Track): SVGTemplateResult {
  const seed = hash(id);
  // From blue (230 degrees) over violet and red to amber (410, that is 50).
  const hue = Math.round(320 + 90 * affect.valence + (seed % 21) - 10) % 360;
  const bars = Array.from({ length: BARS }, (_, index) => {
    const chance = ((seed >>> (index * 4)) & 15) / 15;
    const height = 6 + (affect.arousal + 1) * 7 + chance * 10;
    return svg`<path d="M${12 + index * 6} ${24 - height / 2}v${height}" />`;
  });
  return svg`
    <svg class="track-cover" viewBox="0 0 48 48" aria-hidden="true">
      <rect width="48" height="48" fill="hsl(${hue} 42% 46%)" />
      <circle cx=${8 + (seed % 32)} cy=${4 + ((seed >>> 5) % 40)} r="20" fill="hsl(${hue + 24} 52% 56% / 0.7)" />
      <g stroke="#fff" stroke-width="3" stroke-linecap="round">${bars}</g>
    </svg>
  `;
}

/** FNV-1a: a few lines that scatter well. */
function hash(value: string): number {
  let result = 0x811c9dc5;
  for (let index = 0; index < value.length; index += 1) {
    result = Math.imul(result ^ value.charCodeAt(index), 0x01000193);
  }
  return result >>> 0;
}

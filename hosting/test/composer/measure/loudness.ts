import { kWeighted } from '../../../src/composer/sound/k-weighting';
import type { Recording } from '../../../src/composer/sound/signal';
import { SAMPLE_RATE } from '../../../src/composer/sound/signal';

/** What a block of full-scale noise-like sound measures more than its energy in dB (ITU-R BS.1770-5). */
const OFFSET = -0.691;

/** Nothing below this counts, in LUFS. */
const ABSOLUTE_GATE = -70;

/** Blocks overlap; a new one begins after this many seconds. */
const STEP = 0.1;

/** The loudness of a recording as a whole, in LUFS, by ITU-R BS.1770-5: blocks of 0.4 s, gated twice. */
export function integratedLoudness(recording: Recording): number {
  return asLoudness(mean(gated(energies(recording, 0.4), -10)));
}

/**
 * How far a recording's quiet and loud parts are apart, in LU, by EBU Tech 3342: from the 10th to the
 * 95th percentile of its loudness over 3 s, gated 20 LU below its mean.
 */
export function loudnessRange(recording: Recording): number {
  const levels = gated(energies(recording, 3), -20)
    .map(asLoudness)
    .sort((one, other) => one - other);
  const at = (share: number) => levels[Math.round(share * (levels.length - 1))] ?? NaN;
  return at(0.95) - at(0.1);
}

/** Taps for each of the three places between two samples. */
const TAPS = 24;

const BETWEEN = [0.25, 0.5, 0.75].map((place) =>
  Array.from({ length: TAPS }, (_, tap) => {
    const distance = tap - TAPS / 2 + 1 - place;
    const window = 0.5 + 0.5 * Math.cos((Math.PI * distance) / (TAPS / 2));
    return (Math.sin(Math.PI * distance) / (Math.PI * distance)) * window;
  }),
);

/**
 * The highest peak, also between samples, in dBTP: at four times the sample rate (ITU-R BS.1770-5,
 * annex 2). No band-limited sound goes much higher between two samples than near them, so only what
 * lies near the largest samples is worked out.
 */
export function truePeak({ left, right }: Recording): number {
  const largest = Math.max(peakOf(left, 0), peakOf(right, 0));
  return 20 * Math.log10(Math.max(peakOf(left, 0.5 * largest), peakOf(right, 0.5 * largest)));
}

/** @param from only around samples of at least this size is looked between; 0 for nowhere */
function peakOf(side: Float32Array, from: number): number {
  let peak = 0;
  for (let index = 0; index < side.length; index += 1) {
    const size = Math.abs(side[index] ?? 0);
    peak = Math.max(peak, size);
    if (from > 0 && size >= from) {
      for (const taps of BETWEEN) {
        for (const start of [index - 1, index]) {
          let sum = 0;
          for (let tap = 0; tap < TAPS; tap += 1) {
            sum += (taps[tap] ?? 0) * (side[start + tap - TAPS / 2 + 1] ?? 0);
          }
          peak = Math.max(peak, Math.abs(sum));
        }
      }
    }
  }
  return peak;
}

/** The mean energy of all blocks of a length, both sides together. */
function energies({ left, right }: Recording, seconds: number): number[] {
  const step = Math.round(STEP * SAMPLE_RATE);
  const steps = Math.floor(left.length / step);
  const sums = new Float64Array(steps);
  for (const side of [kWeighted(left), kWeighted(right)]) {
    for (let index = 0; index < steps * step; index += 1) {
      const place = Math.floor(index / step);
      sums[place] = (sums[place] ?? 0) + (side[index] ?? 0) ** 2;
    }
  }
  const each = Math.round(seconds / STEP);
  return Array.from({ length: Math.max(0, steps - each + 1) }, (_, start) => {
    const sum = sums.subarray(start, start + each).reduce((total, energy) => total + energy, 0);
    return sum / (each * step);
  });
}

/** The blocks that count: above the absolute gate, and not too far below the mean of those. */
function gated(blocks: readonly number[], relative: number): number[] {
  const audible = blocks.filter((energy) => asLoudness(energy) > ABSOLUTE_GATE);
  const gate = asLoudness(mean(audible)) + relative;
  return audible.filter((energy) => asLoudness(energy) > gate);
}

const asLoudness = (energy: number) => OFFSET + 10 * Math.log10(energy);

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

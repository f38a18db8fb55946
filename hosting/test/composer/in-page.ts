import { compose } from '../../src/composer/notes/compose';
import type { Recipe } from '../../src/composer/notes/recipe';
import type { Score, Voice } from '../../src/composer/notes/score';
import { Renderer } from '../../src/composer/renderer/renderer';
import { SAMPLE_RATE, type Recording } from '../../src/composer/sound/signal';
import { integratedLoudness } from './measure/loudness';
import { wholePiece } from './measure/whole-piece';

/** The measurements of a recording, so that its millions of samples need not leave the page. */
export interface Measurements {
  readonly seconds: number;
  readonly renderedInMs: number;
  readonly peak: number;
  /** In LUFS, of the whole. */
  readonly loudness: number;
  /** The longest stretch below -60 dB before the last two seconds, in seconds. */
  readonly longestSilence: number;
  /** The same for the same samples. */
  readonly fingerprint: string;
  /** How much louder each hundredth of a second is than the one before, in steps of loudness. */
  readonly onsets: readonly number[];
}

/** What is to be played of a piece; all of it if nothing is said. */
export interface Excerpt {
  readonly voices?: readonly Voice[];
  /** No more than its first stretch. */
  readonly opening?: boolean;
}

/** Plays the piece of a recipe, or an excerpt, and measures what is heard. */
async function hear(recipe: Recipe, { voices, opening }: Excerpt = {}): Promise<Measurements> {
  const whole = compose(recipe);
  const notes = whole.notes.filter(({ voice }) => !voices || voices.includes(voice));
  const score = { ...whole, notes };
  const start = performance.now();
  const recording = opening ? firstStretch(score) : wholePiece(score);
  const renderedInMs = performance.now() - start;
  const { left, right } = recording;
  const mono = left.map((sample, index) => (sample + (right[index] ?? 0)) / 2);
  const frames = framesOf(mono);
  return {
    seconds: left.length / SAMPLE_RATE,
    renderedInMs,
    peak: Math.max(peakOf(left), peakOf(right)),
    loudness: integratedLoudness(recording),
    longestSilence: longestSilence(frames),
    fingerprint: await fingerprint(recording),
    onsets: onsetsOf(mono),
  };
}

function firstStretch(score: Score): Recording {
  const recording = new Renderer(score).next();
  if (!recording) {
    throw new Error('The piece has no stretch');
  }
  return recording;
}

const FRAME = SAMPLE_RATE / 100;

function framesOf(samples: Float32Array): number[] {
  return Array.from({ length: Math.floor(samples.length / FRAME) }, (_, frame) => {
    const part = samples.subarray(frame * FRAME, (frame + 1) * FRAME);
    return Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / FRAME);
  });
}

/** Rises of loudness in the whole sound and in its highs, where the strokes of hats and picks are. */
function onsetsOf(samples: Float32Array): number[] {
  const highs = samples.map((sample, index) => sample - (samples[index - 1] ?? 0));
  const rises = [samples, highs].map((sound) => {
    const loudness = framesOf(sound).map((level) => Math.log10(level + 1e-3));
    return loudness.map((level, index) => Math.max(0, level - (loudness[index - 1] ?? level)));
  });
  return (rises[0] ?? []).map((rise, index) => rise + (rises[1]?.[index] ?? 0));
}

function longestSilence(frames: readonly number[]): number {
  let longest = 0;
  let current = 0;
  for (const level of frames.slice(0, -200)) {
    current = level < 0.001 ? current + 1 : 0;
    longest = Math.max(longest, current);
  }
  return longest / 100;
}

function peakOf(samples: Float32Array): number {
  return samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);
}

async function fingerprint({ left, right }: Recording): Promise<string> {
  const digests = await Promise.all(
    [left, right].map((side) => crypto.subtle.digest('SHA-256', side)),
  );
  return digests
    .flatMap((digest) => [...new Uint8Array(digest)])
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

declare global {
  var hearRecipe: typeof hear;
}

globalThis.hearRecipe = hear;

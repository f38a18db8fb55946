import { SAMPLE_RATE, type Signal } from './signal';

/** A piece as it is heard, or a stretch of it: as many samples left as right. */
export interface Recording {
  readonly left: Signal;
  readonly right: Signal;
}

/** Cuts a recording into seconds, which share its samples. */
export function* secondsOf({ left, right }: Recording): Generator<Recording, void> {
  for (let start = 0; start < left.length; start += SAMPLE_RATE) {
    const end = start + SAMPLE_RATE;
    yield { left: left.subarray(start, end), right: right.subarray(start, end) };
  }
}

/** Below this, samples are left as they are; above it they are bent towards {@link CEILING}. */
const KNEE = 0.7;

/** What no sample reaches. */
const CEILING = 0.96;

/** How long the very end takes to fade, in seconds. */
const FADE = 1.5;

/** What a piece needs to come to its loudness. */
export interface Mastering {
  /** How loud the mix is as it comes, as its root mean square. */
  readonly level: number;
  /** The root mean square to reach, in dB below full scale. */
  readonly loudness: number;
  /** How many samples the whole piece has. */
  readonly length: number;
}

/**
 * Brings a stretch of a piece to its loudness and lets the piece end in silence, in place. Peaks are
 * rounded off, so that nothing clips however loud it is to be.
 *
 * @param start where the stretch begins, in samples
 */
export function master(
  recording: Recording,
  { level, loudness, length }: Mastering,
  start = 0,
): void {
  const gain = level > 0 ? 10 ** (loudness / 20) / level : 1;
  for (const side of [recording.left, recording.right]) {
    for (let index = 0; index < side.length; index += 1) {
      const end = Math.min(1, Math.max(0, length - 1 - start - index) / (FADE * SAMPLE_RATE));
      side[index] = rounded((side[index] ?? 0) * gain) * end;
    }
  }
}

/** Returns how loud a recording is, as the root of the mean of its squares. */
export function rootMeanSquare({ left, right }: Recording): number {
  return Math.sqrt((squares(left) + squares(right)) / Math.max(1, left.length + right.length));
}

function squares(side: Signal): number {
  let sum = 0;
  for (const sample of side) {
    sum += sample ** 2;
  }
  return sum;
}

function rounded(sample: number): number {
  const size = Math.abs(sample);
  if (size <= KNEE) {
    return sample;
  }
  const room = CEILING - KNEE;
  return Math.sign(sample) * (KNEE + room * Math.tanh((size - KNEE) / room));
}

import { SAMPLE_RATE, type Signal } from './signal';

/** A piece as it is heard: as many samples left as right. */
export interface Recording {
  readonly left: Signal;
  readonly right: Signal;
}

/** Below this, samples are left as they are; above it they are bent towards {@link CEILING}. */
const KNEE = 0.7;

/** What no sample reaches. */
const CEILING = 0.96;

/** How long the very end takes to fade, in seconds. */
const FADE = 1.5;

/**
 * Brings a recording to its loudness and lets it end in silence, in place. Peaks are rounded off, so
 * that nothing clips however loud it is to be.
 *
 * @param loudness the root mean square to reach, in dB below full scale
 */
export function master(recording: Recording, loudness: number): void {
  const loud = rootMeanSquare(recording);
  const gain = loud > 0 ? 10 ** (loudness / 20) / loud : 1;
  for (const side of [recording.left, recording.right]) {
    for (let index = 0; index < side.length; index += 1) {
      const end = Math.min(1, (side.length - 1 - index) / (FADE * SAMPLE_RATE));
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

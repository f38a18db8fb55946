import { SAMPLE_RATE, type Recording, type Signal } from './signal';

/** Cuts a recording into seconds, which share its samples. */
export function* secondsOf({ left, right }: Recording): Generator<Recording, void> {
  for (let start = 0; start < left.length; start += SAMPLE_RATE) {
    const end = start + SAMPLE_RATE;
    yield { left: left.subarray(start, end), right: right.subarray(start, end) };
  }
}

/**
 * What no peak reaches: -1.7 dB, so that with what the estimate between samples misses all stay below
 * -1 dBTP, at which encoders and converters do not clip (EBU R 128).
 */
const CEILING = 0.82;

/** Between smaller samples than this no peak comes near the ceiling. */
const LARGE = 0.6;

/** How far ahead the limiter looks, in samples: so much later all comes out. */
const LOOK_AHEAD = 160;

/** In how many samples it turns down: some fewer, since a peak between samples is noticed a little late. */
const ATTACK = LOOK_AHEAD - 8;

/** What lies half-way between two samples, from the four on either side: a sinc under a Hann window. */
const BETWEEN = [0.6124, -0.1467, 0.0393, -0.0035];

/** The share of what it has taken back that the limiter gives back with every sample: over 0.15 s. */
const RELEASE = 1 / (0.15 * SAMPLE_RATE);

/** How long the very end takes to fade, in seconds. */
const FADE = 1.5;

/** What a piece needs to come to its loudness. */
export interface Mastering {
  /** How loud the mix is as it comes, in LUFS. */
  readonly level: number;
  /** The loudness to reach, in LUFS. */
  readonly loudness: number;
  /** How many samples the whole piece has. */
  readonly length: number;
}

/**
 * Brings a piece to its loudness, a stretch after the other, and lets it end in silence. A limiter that
 * looks ahead turns peaks down before they come and lets go of them slowly, so that nothing clips and
 * nothing is bent (Giannoulis, Massberg and Reiss 2012, "Digital dynamic range compressor design", Journal
 * of the AES 60(6)).
 */
export class Master {
  private readonly gain: number;
  private readonly length: number;
  /** The last samples that came in and have not come out. */
  private readonly waiting = {
    left: new Float32Array(LOOK_AHEAD),
    right: new Float32Array(LOOK_AHEAD),
  };
  private done = 0;
  /** What the limiter turns all down to, where it is going, how fast, and for how many samples yet. */
  private turned = 1;
  private target = 1;
  private slope = 0;
  private hold = 0;

  constructor({ level, loudness, length }: Mastering) {
    this.gain = Number.isFinite(level) ? 10 ** ((loudness - level) / 20) : 1;
    this.length = length;
  }

  /** Returns the next stretch of the piece, as long as what it is given; all comes 4 ms later. */
  add({ left, right }: Recording): Recording {
    const later = { left: this.delayed('left', left), right: this.delayed('right', right) };
    for (let index = 0; index < left.length; index += 1) {
      const ahead = index + LOOK_AHEAD;
      const peak = Math.max(peakAt(later.left, ahead), peakAt(later.right, ahead));
      const factor = this.turn(peak) * this.faded();
      later.left[index] = (later.left[index] ?? 0) * factor;
      later.right[index] = (later.right[index] ?? 0) * factor;
      this.done += 1;
    }
    this.waiting.left.set(later.left.subarray(left.length));
    this.waiting.right.set(later.right.subarray(left.length));
    return {
      left: later.left.subarray(0, left.length),
      right: later.right.subarray(0, left.length),
    };
  }

  /** What has waited, and behind it what comes, at the piece's loudness. */
  private delayed(side: 'left' | 'right', coming: Signal): Signal {
    const all: Signal = new Float32Array(LOOK_AHEAD + coming.length);
    all.set(this.waiting[side]);
    for (let index = 0; index < coming.length; index += 1) {
      all[LOOK_AHEAD + index] = this.gain * (coming[index] ?? 0);
    }
    return all;
  }

  /** Returns what to turn the present sample down to, of which the peak is still ahead. */
  private turn(peak: number): number {
    if (peak > CEILING) {
      this.hold = LOOK_AHEAD;
      const wanted = CEILING / peak;
      if (wanted < this.target) {
        this.target = wanted;
        this.slope = Math.min(this.slope, (wanted - this.turned) / ATTACK);
      }
    }
    if (this.turned > this.target) {
      this.turned = Math.max(this.target, this.turned + this.slope);
    } else if (this.hold > 0) {
      this.hold -= 1;
    } else {
      this.slope = 0;
      this.turned += RELEASE * (1 - this.turned);
      this.target = this.turned;
    }
    return this.turned;
  }

  private faded(): number {
    return Math.min(1, Math.max(0, this.length - 1 - this.done) / (FADE * SAMPLE_RATE));
  }
}

/** Returns how loud a recording is, as the root of the mean of its squares. */
export function rootMeanSquare({ left, right }: Recording): number {
  return Math.sqrt((squares(left) + squares(right)) / Math.max(1, left.length + right.length));
}

/** The size of a sample, or of the wave four samples before, between two of them. */
function peakAt(side: Signal, index: number): number {
  const size = Math.abs(side[index] ?? 0);
  if (Math.abs(side[index - 3] ?? 0) < LARGE && Math.abs(side[index - 4] ?? 0) < LARGE) {
    return size;
  }
  let between = 0;
  for (let tap = 0; tap < BETWEEN.length; tap += 1) {
    const pair = (side[index - 3 + tap] ?? 0) + (side[index - 4 - tap] ?? 0);
    between += (BETWEEN[tap] ?? 0) * pair;
  }
  return Math.max(size, Math.abs(between));
}

function squares(side: Signal): number {
  let sum = 0;
  for (const sample of side) {
    sum += sample ** 2;
  }
  return sum;
}

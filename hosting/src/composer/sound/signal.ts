import { Random } from '../notes/random';

// Plain loops: these run millions of times, where a closure for every sample is felt.

/** The sample rate of everything the composer makes, in Hz. */
export const SAMPLE_RATE = 44_100;

/** A mono signal at {@link SAMPLE_RATE}. */
export type Signal = Float32Array<ArrayBuffer>;

/** What is heard, or a stretch of it: as many samples left as right. */
export interface Recording {
  readonly left: Signal;
  readonly right: Signal;
}

/** Makes a silent signal. */
export function silence(seconds: number): Signal {
  return new Float32Array(Math.round(seconds * SAMPLE_RATE));
}

/** Makes silence on both sides. */
export function silentRecording(seconds: number): Recording {
  return { left: silence(seconds), right: silence(seconds) };
}

/** White noise in [-1, 1) that is the same whenever it is made under the same name. */
export function noise(seconds: number, name: string): Signal {
  const random = new Random('noise', name);
  const made = silence(seconds);
  for (let index = 0; index < made.length; index += 1) {
    made[index] = 2 * random.next() - 1;
  }
  return made;
}

/** Lets pass what lies below a frequency: one pole. Returns a new signal. */
export function lowPass(source: Signal, hertz: number): Signal {
  const share = 1 - Math.exp((-2 * Math.PI * hertz) / SAMPLE_RATE);
  const passed = new Float32Array(source.length);
  let state = 0;
  for (let index = 0; index < source.length; index += 1) {
    state += share * ((source[index] ?? 0) - state);
    passed[index] = state;
  }
  return passed;
}

/** Lets pass what lies above a frequency: one pole. Returns a new signal. */
export function highPass(source: Signal, hertz: number): Signal {
  const passed = lowPass(source, hertz);
  for (let index = 0; index < source.length; index += 1) {
    passed[index] = (source[index] ?? 0) - (passed[index] ?? 0);
  }
  return passed;
}

/** A sine to be added to a signal. */
export interface Partial {
  readonly hertz: number;
  readonly amplitude: number;
  /** The seconds in which it falls by 60 dB; absent if it stays. */
  readonly decay?: number;
  /** Where it begins, as a share of its period; at 0 if absent. */
  readonly turn?: number;
}

/**
 * Adds a sine by the recurrence of a damped resonator, two multiplications a sample. What no loudspeaker
 * plays is left out. In place.
 */
export function addPartial(target: Signal, { hertz, amplitude, decay, turn = 0 }: Partial): void {
  if (hertz >= SAMPLE_RATE / 2 || Math.abs(amplitude) < 1e-4) {
    return;
  }
  const angle = (2 * Math.PI * hertz) / SAMPLE_RATE;
  const start = 2 * Math.PI * turn;
  const fall = decay === undefined ? 1 : 10 ** (-3 / (decay * SAMPLE_RATE));
  const first = 2 * fall * Math.cos(angle);
  const second = fall * fall;
  let current = amplitude * Math.sin(start);
  let next = amplitude * fall * Math.sin(start + angle);
  for (let index = 0; index < target.length; index += 1) {
    target[index] = (target[index] ?? 0) + current;
    const later = first * next - second * current;
    current = next;
    next = later;
  }
}

/**
 * Makes a signal die away, in place.
 *
 * @param rate how fast: after 1 / rate seconds it has fallen to 1 / e
 */
export function decay(target: Signal, rate: number): Signal {
  const fall = Math.exp(-rate / SAMPLE_RATE);
  let strength = 1;
  for (let index = 0; index < target.length; index += 1) {
    target[index] = (target[index] ?? 0) * strength;
    strength *= fall;
  }
  return target;
}

/** Lets a signal begin and end without a click and scales it to a peak. In place. */
export function finish(target: Signal, peak = 0.9, rise = 0.001): Signal {
  const { length } = target;
  for (let index = 0; index < rise * SAMPLE_RATE; index += 1) {
    target[index] = ((target[index] ?? 0) * index) / (rise * SAMPLE_RATE);
  }
  const fade = Math.min(length, Math.round(0.03 * SAMPLE_RATE));
  for (let index = 0; index < fade; index += 1) {
    target[length - 1 - index] = ((target[length - 1 - index] ?? 0) * index) / fade;
  }
  return scale(target, peak);
}

/** Scales a signal to a peak. In place. */
export function scale(target: Signal, peak: number): Signal {
  const factor = peak / Math.max(1e-9, peakOf(target));
  for (let index = 0; index < target.length; index += 1) {
    target[index] = (target[index] ?? 0) * factor;
  }
  return target;
}

/** Returns how far a signal goes from 0 at most. */
export function peakOf(source: Signal): number {
  let peak = 0;
  for (const sample of source) {
    peak = Math.max(peak, Math.abs(sample));
  }
  return peak;
}

import { addPartial, SAMPLE_RATE, type Signal } from './signal';

// Tones that repeat are read from one cycle of their wave, which costs the same however many overtones they
// have (wavetable synthesis: Bristow-Johnson 1996, "Wavetable synthesis 101", AES preprint 4400).

/** How many samples there are to a cycle. */
const LENGTH = 2048;

/** No partial above this is worth its time, in Hz. */
const HIGHEST = 8000;

/** How many partials a tone has at most. */
const PARTIALS = 40;

/** One cycle of a wave. */
export type Cycle = Signal;

/** What a cycle is made of, by the number of a partial: how strong, and where it begins in its own period. */
export interface Wave {
  readonly strength: (partial: number) => number;
  readonly turn?: (partial: number) => number;
}

/** Makes a cycle of the partials of a tone that loudspeakers play, in a range of them. */
export function cycleOf(hertz: number, wave: Wave, from = 1, to = PARTIALS): Cycle {
  const cycle: Cycle = new Float32Array(LENGTH);
  const last = Math.min(to, Math.max(1, Math.floor(HIGHEST / hertz)));
  for (let partial = from; partial <= last; partial += 1) {
    addPartial(cycle, {
      hertz: (partial * SAMPLE_RATE) / LENGTH,
      amplitude: wave.strength(partial),
      turn: wave.turn?.(partial) ?? 0,
    });
  }
  return cycle;
}

/**
 * Bends a cycle as an amplifier that is driven too hard does, without what would fold back from beyond half
 * the sample rate: its partials are worked out one by one, and weakened as a loudspeaker in a cabinet does.
 *
 * @param hertz how often the cycle repeats
 * @param drive how much too hard
 * @param cabinet where the loudspeaker's range ends, in Hz
 */
export function overdriven(cycle: Cycle, hertz: number, drive: number, cabinet: number): Cycle {
  const bent = cycle.map((sample) => Math.tanh(drive * sample + 0.3) - Math.tanh(0.3));
  const result: Cycle = new Float32Array(LENGTH);
  for (let partial = 1; partial * hertz < 2 * cabinet; partial += 1) {
    const [real, imaginary] = coefficient(bent, partial);
    const passed = 1 / (1 + ((partial * hertz) / cabinet) ** 4);
    addPartial(result, {
      hertz: (partial * SAMPLE_RATE) / LENGTH,
      amplitude: passed * Math.hypot(real, imaginary),
      turn: Math.atan2(real, imaginary) / (2 * Math.PI),
    });
  }
  return result;
}

/** The cosine and the sine part of one partial of a cycle. */
function coefficient(cycle: Cycle, partial: number): [real: number, imaginary: number] {
  const angle = (2 * Math.PI * partial) / LENGTH;
  const [turnReal, turnImaginary] = [Math.cos(angle), Math.sin(angle)];
  let [cosine, sine, real, imaginary] = [1, 0, 0, 0];
  for (let index = 0; index < LENGTH; index += 1) {
    const sample = cycle[index] ?? 0;
    real += sample * cosine;
    imaginary += sample * sine;
    const next = cosine * turnReal - sine * turnImaginary;
    sine = sine * turnReal + cosine * turnImaginary;
    cosine = next;
  }
  return [(2 * real) / LENGTH, (2 * imaginary) / LENGTH];
}

/** How a cycle is played. */
export interface Playing {
  readonly hertz: number;
  readonly amplitude: number;
  /** Where it begins, as a share of a cycle; 0 if absent. */
  readonly turn?: number;
  /** The seconds in which it falls by 60 dB; absent if it stays. */
  readonly decay?: number;
  /** How far the pitch goes up and down, in cents, and how often a second. */
  readonly vibrato?: { readonly cents: number; readonly rate: number };
}

/** Adds a tone that is read from a cycle, between two of its samples as a straight line. In place. */
export function addCycle(target: Signal, cycle: Cycle, playing: Playing): void {
  const { hertz, amplitude, turn = 0, decay, vibrato } = playing;
  const step = (hertz * LENGTH) / SAMPLE_RATE;
  const fall = decay === undefined ? 1 : 10 ** (-3 / (decay * SAMPLE_RATE));
  // A sine by its recurrence, for how far the pitch is off.
  const angle = (2 * Math.PI * (vibrato?.rate ?? 0)) / SAMPLE_RATE;
  const twice = 2 * Math.cos(angle);
  const most = vibrato ? step * (2 ** (vibrato.cents / 1200) - 1) : 0;
  let [depth, nextDepth] = [0, most * Math.sin(angle)];
  let place = turn * LENGTH;
  let strength = amplitude;
  for (let index = 0; index < target.length; index += 1) {
    const whole = Math.trunc(place);
    const before = cycle[whole] ?? 0;
    const after = cycle[(whole + 1) & (LENGTH - 1)] ?? 0;
    target[index] = (target[index] ?? 0) + strength * (before + (place - whole) * (after - before));
    place += step + depth;
    if (place >= LENGTH) {
      place -= LENGTH;
    }
    strength *= fall;
    const later = twice * nextDepth - depth;
    depth = nextDepth;
    nextDepth = later;
  }
}

import { isDrum, type Score } from '../notes/score';
import { MIX_SETTINGS } from './mix-settings';
import { SAMPLE_RATE, type Signal } from './signal';
import type { Sound, Sounds } from './sounds';

/** How many samples share one sum of energies. */
const BLOCK = 256;

/**
 * Works out how loud a piece is going to be before any of it is played, from its notes alone: they are
 * not in step with each other, so their energies add up. What room and filters change about it is less
 * than half a decibel, by measurement over the whole plane of affect.
 *
 * @returns the root mean square of the mix over the whole piece
 */
export function expectedLevel({ character, notes, seconds }: Score, sounds: Sounds): number {
  const beat = 60 / character.tempo;
  const energies = new Energies();
  let energy = 0;
  for (const note of notes) {
    const { gain } = MIX_SETTINGS[isDrum(note.voice) ? 'drums' : note.voice];
    energy += energies.of(sounds.of(note), note.beats * beat) * (note.velocity * gain) ** 2;
  }
  // A place in the middle gives each side half of the energy.
  return Math.sqrt(energy / (2 * seconds * SAMPLE_RATE));
}

/** Energies of sounds, summed up once for each. */
class Energies {
  private readonly summed = new Map<Signal, Float64Array>();

  /** Returns the energy of a sound that is held for some seconds: the sum of its samples' squares. */
  of({ samples, rate, held, attack, release }: Sound, hold: number): number {
    // A note rises in a straight line, and falls as a square: a third and a fifth of the energy.
    const length =
      release === undefined
        ? Infinity
        : Math.max(0, hold - (2 / 3) * Math.min(attack, hold)) + release / 5;
    const sums = this.sums(samples);
    const total = sums.at(-1) ?? 0;
    if (held) {
      return (total / samples.length) * length * SAMPLE_RATE;
    }
    const block = Math.floor((length * SAMPLE_RATE * rate) / BLOCK);
    return (sums[Math.min(block, sums.length - 1)] ?? total) / rate;
  }

  private sums(samples: Signal): Float64Array {
    const known = this.summed.get(samples);
    if (known) {
      return known;
    }
    const sums = new Float64Array(Math.ceil(samples.length / BLOCK));
    let sum = 0;
    for (let index = 0; index < samples.length; index += 1) {
      sum += (samples[index] ?? 0) ** 2;
      sums[Math.floor(index / BLOCK)] = sum;
    }
    this.summed.set(samples, sums);
    return sums;
  }
}

import type { Score } from '../notes/score';
import { settingsOf } from './mix-settings';
import { SAMPLE_RATE, type Signal } from './signal';
import type { Sound, Sounds } from './sounds';

/** How many samples share one sum of energies. */
const BLOCK = 256;

/** Loudness is measured in blocks of this many seconds (ITU-R BS.1770-5). */
const WINDOW = 0.4;

/** What a block of full-scale noise-like sound measures more than its energy in dB (ITU-R BS.1770-5). */
const OFFSET = -0.691;

/** Blocks that are so many LU below all others together do not count (ITU-R BS.1770-5). */
const GATE = -10;

/**
 * Works out how loud a piece is going to be before any of it is played, from its notes alone: they are
 * not in step with each other, so their energies add up. What the room changes about it is less than
 * a decibel, by measurement over the whole plane of affect.
 *
 * @returns the integrated loudness of the mix, in LUFS; -Infinity for silence
 */
export function expectedLoudness({ character, notes, seconds }: Score, sounds: Sounds): number {
  const beat = 60 / character.tempo;
  const energies = new Energies();
  const blocks = new Float64Array(Math.ceil(seconds / WINDOW));
  for (const note of notes) {
    const { gain } = settingsOf(note.voice);
    const sound = sounds.of(note);
    const strength = sound.audibility * (note.velocity * gain * sound.gain) ** 2;
    const start = note.beat * beat;
    let before = 0;
    for (let block = Math.floor(start / WINDOW); block < blocks.length; block += 1) {
      const until = energies.until(sound, note.beats * beat, (block + 1) * WINDOW - start);
      if (until === before && before > 0) {
        break;
      }
      blocks[block] = (blocks[block] ?? 0) + strength * (until - before);
      before = until;
    }
  }
  return gatedLoudness([...blocks].map((energy) => energy / (WINDOW * SAMPLE_RATE)));
}

function gatedLoudness(blocks: readonly number[]): number {
  const mean = (energies: readonly number[]) =>
    energies.reduce((sum, energy) => sum + energy, 0) / energies.length;
  const gate = mean(blocks) * 10 ** (GATE / 10);
  const counted = blocks.filter((energy) => energy > gate);
  return counted.length > 0 ? OFFSET + 10 * Math.log10(mean(counted)) : -Infinity;
}

/** Energies of sounds, summed up once for each. */
class Energies {
  private readonly summed = new Map<Signal, Float64Array>();

  /**
   * Returns the energy of a sound until some seconds after it began: the sum of its samples' squares.
   *
   * @param hold how long its note is held, in seconds
   */
  until(sound: Sound, hold: number, seconds: number): number {
    const { samples, rate, held, attack, release } = sound;
    // A note rises as a square and falls as one: a fifth of the energy each.
    const end = release === undefined ? Infinity : hold + release / 5;
    const length = Math.max(0, Math.min(seconds, end) - (4 / 5) * Math.min(attack, hold));
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
    for (let block = 0; block < sums.length; block += 1) {
      const end = Math.min(samples.length, (block + 1) * BLOCK);
      for (let index = block * BLOCK; index < end; index += 1) {
        sum += (samples[index] ?? 0) ** 2;
      }
      sums[block] = sum;
    }
    this.summed.set(samples, sums);
    return sums;
  }
}

import { isDrum, type Drum, type Note, type Voice } from '../notes/score';
import { SAMPLE_RATE, silence, type Signal } from './signal';
import type { Sound, Sounds } from './sounds';

/** The voices that are mixed as one. */
export type StemName = Exclude<Voice, Drum> | 'drums';

/** Notes and when they sound, in seconds. */
export interface TimedNote {
  readonly note: Note;
  readonly time: number;
  readonly seconds: number;
}

/** One signal for each of them. */
export type Stems = ReadonlyMap<StemName, Signal>;

/**
 * Plays notes into one signal for each stem. Done here and not with a node of the browser's for each
 * note: a piece has thousands, and all of them weigh on every moment that the browser renders.
 *
 * @param seconds how long the signals are to be; what sounds longer is cut
 */
export function playStems(notes: readonly TimedNote[], sounds: Sounds, seconds: number): Stems {
  const stems = new Map<StemName, Signal>();
  for (const { note, time, seconds: hold } of notes) {
    const name = isDrum(note.voice) ? 'drums' : note.voice;
    const stem = stems.get(name) ?? silence(seconds);
    stems.set(name, stem);
    addNote(stem, sounds.of(note), Math.round(time * SAMPLE_RATE), hold, note.velocity);
  }
  return stems;
}

/** Adds one note, between two samples as a straight line, under its envelope. */
function addNote(
  stem: Signal,
  { samples, rate, held, attack, release }: Sound,
  start: number,
  hold: number,
  velocity: number,
): void {
  const rise = Math.max(1, attack * SAMPLE_RATE);
  const letGo = release === undefined ? Infinity : hold * SAMPLE_RATE;
  const fall = Math.max(1, (release ?? 0) * SAMPLE_RATE);
  const sounding = held ? Infinity : (samples.length - 1) / rate;
  const length = Math.floor(Math.min(stem.length - start, letGo + fall, sounding));
  for (let index = 0; index < length; index += 1) {
    const place = index * rate;
    const whole = Math.floor(place);
    const before = samples[whole % samples.length] ?? 0;
    const after = samples[(whole + 1) % samples.length] ?? 0;
    const sample = before + (place - whole) * (after - before);
    const up = index < rise ? index / rise : 1;
    const down = index > letGo ? ((letGo + fall - index) / fall) ** 2 : 1;
    stem[start + index] = (stem[start + index] ?? 0) + sample * velocity * up * down;
  }
}

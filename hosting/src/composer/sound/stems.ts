import type { Note } from '../notes/score';
import { placeOf, settingsOf, sidesOf, type StemName } from './mix-settings';
import { SAMPLE_RATE, silentRecording, type Recording, type Signal } from './signal';
import type { Sound, Sounds } from './sounds';

/** Notes and when they sound, in seconds. */
export interface TimedNote {
  readonly note: Note;
  readonly time: number;
  readonly seconds: number;
}

/** What is heard of each. */
export type Stems = ReadonlyMap<StemName, Recording>;

/**
 * Plays notes into one recording for each stem. Done here and not with a node of the browser's for each
 * note: a piece has thousands, and all of them weigh on every moment that the browser renders.
 *
 * @param isDoubled whether chords are played twice, once for each side
 * @param seconds how long the recordings are to be; what sounds longer is cut
 */
export function playStems(
  notes: readonly TimedNote[],
  sounds: Sounds,
  isDoubled: boolean,
  seconds: number,
): Stems {
  const stems = new Map<StemName, Recording>();
  for (const { note, time, seconds: hold } of notes) {
    const { stem: name, gain } = settingsOf(note.voice);
    const stem = stems.get(name) ?? silentRecording(seconds);
    stems.set(name, stem);
    const sound = sounds.of(note);
    const [left, right] = sidesOf(placeOf(note, isDoubled));
    const start = Math.round(time * SAMPLE_RATE);
    const strength = note.velocity * sound.gain * gain;
    if (sound.release === undefined) {
      addStroke(stem, sound.samples, start, [strength * left, strength * right]);
    } else {
      // Each side is a little off, the other way round; what is held is elsewhere in its round.
      addNote(stem.left, sound, { start, hold, strength: strength * left, side: -1 });
      addNote(stem.right, sound, { start, hold, strength: strength * right, side: 1 });
    }
  }
  return stems;
}

/** Adds a stroke on a drum, as it is. */
function addStroke(
  { left, right }: Recording,
  samples: Signal,
  start: number,
  [toLeft, toRight]: readonly [number, number],
): void {
  const end = Math.min(left.length, start + samples.length);
  for (let index = start; index < end; index += 1) {
    const sample = samples[index - start] ?? 0;
    left[index] = (left[index] ?? 0) + toLeft * sample;
    right[index] = (right[index] ?? 0) + toRight * sample;
  }
}

interface Strike {
  /** In samples. */
  readonly start: number;
  /** In seconds. */
  readonly hold: number;
  readonly strength: number;
  readonly side: -1 | 1;
}

/** What is silent enough not to be heard beside the other side. */
const INAUDIBLE = 1e-3;

/** Adds one note to one side: it rises, stays, and falls when it is let go. */
function addNote(stem: Signal, sound: Sound, { start, hold, strength, side }: Strike): void {
  if (strength < INAUDIBLE) {
    return;
  }
  const { samples, held, attack, release, spread } = sound;
  const rate = sound.rate * 2 ** ((side * spread) / 2400);
  const rise = Math.round(attack * SAMPLE_RATE);
  const letGo = release === undefined ? Infinity : Math.round(hold * SAMPLE_RATE);
  const fall = Math.max(1, Math.round((release ?? 0) * SAMPLE_RATE));
  const sounding = held ? Infinity : Math.floor((samples.length - 1) / rate);
  const end = Math.min(stem.length - start, letGo + fall, sounding);
  const reader = {
    samples,
    rate,
    place: held && side > 0 && spread > 0 ? samples.length / 2 : 0,
  };
  const risen = Math.min(rise, letGo, end);
  const level = Math.sqrt(strength);
  const top = rise > 0 ? (level * risen) / rise : level;
  addRun(stem, start, start + risen, reader, 0, rise > 0 ? level / rise : 0);
  addRun(stem, start + risen, start + Math.min(letGo, end), reader, top, 0);
  addRun(stem, start + letGo, start + end, reader, top, -top / fall);
}

/** Where the samples of a note have been read to. */
interface Reader {
  readonly samples: Signal;
  readonly rate: number;
  place: number;
}

/**
 * Adds a part of a note, between two samples as a straight line.
 *
 * @param level the square root of how strong it is at first
 * @param slope by how much that changes from sample to sample
 */
function addRun(
  stem: Signal,
  from: number,
  to: number,
  reader: Reader,
  level: number,
  slope: number,
): void {
  const { samples, rate } = reader;
  const { length } = samples;
  let { place } = reader;
  let root = level;
  for (let index = from; index < to; index += 1) {
    const whole = Math.trunc(place);
    const before = samples[whole] ?? 0;
    const after = samples[whole + 1 === length ? 0 : whole + 1] ?? 0;
    stem[index] = (stem[index] ?? 0) + (before + (place - whole) * (after - before)) * root * root;
    root += slope;
    place += rate;
    if (place >= length) {
      place -= length;
    }
  }
  reader.place = place;
}

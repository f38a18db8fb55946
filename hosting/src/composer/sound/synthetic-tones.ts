import { Random } from '../notes/random';
import { addPartial, finish, scale, silence, type Signal } from './signal';

/** No partial above this is worth its time, in Hz. */
const HIGHEST = 7000;

/** How many partials a tone has at most. */
const PARTIALS = 24;

/** After how many seconds a held tone begins anew. */
const LOOP = 3;

/** A lead: two saw waves, a little apart, that open with a bite. */
export function saw(hertz: number): Signal {
  return bitten(hertz, { detune: [-6, 6], sustained: 0.45, bite: 0.5, rolloff: 1, seconds: 3 });
}

/** A soft bass: little but its fundamental. */
export function roundBass(hertz: number): Signal {
  return bitten(hertz, { detune: [0], sustained: 0.6, bite: 0.5, rolloff: 2, seconds: 5 });
}

/** A bass that drives: a saw wave whose overtones close at once. */
export function drivingBass(hertz: number): Signal {
  return bitten(hertz, { detune: [-4, 4], sustained: 0.25, bite: 0.35, rolloff: 1.1, seconds: 3 });
}

/** A reed: odd partials above all, two pipes. Held. */
export function reed(hertz: number): Signal {
  return held(
    'reed',
    hertz,
    [-4, 4],
    (partial) => (partial % 2 === 1 ? 1 : 0.25) * partial ** -1.4,
  );
}

/** A pad of strings: three saw waves side by side. Held. */
export function strings(hertz: number): Signal {
  return held('strings', hertz, [-11, 0, 11], (partial) => partial ** -1.15);
}

/** A warm pad: few overtones. Held. */
export function warm(hertz: number): Signal {
  return held('warm', hertz, [-8, 0, 8], (partial) => partial ** -2);
}

/** A pad like bowed glass: the octave and the twelfth stand out. Held. */
export function glass(hertz: number): Signal {
  const strengths = [1, 0.45, 0.25, 0.05, 0.08];
  return held('glass', hertz, [-3, 4], (partial) => strengths[partial - 1] ?? 0);
}

interface Bite {
  /** How far each of its waves is off, in cents. */
  readonly detune: readonly number[];
  /** The share of each overtone that stays after the attack. */
  readonly sustained: number;
  /** The seconds in which the rest of the first overtone is gone; higher ones go sooner. */
  readonly bite: number;
  /** How soon overtones get weaker: 1 as in a saw wave, 2 as in a triangle. */
  readonly rolloff: number;
  readonly seconds: number;
}

/** A tone whose overtones are bright at first, as if a filter closed. */
function bitten(hertz: number, { detune, sustained, bite, rolloff, seconds }: Bite): Signal {
  const tone = silence(seconds);
  for (const cents of detune) {
    const fundamental = hertz * 2 ** (cents / 1200);
    for (let partial = 1; partial <= PARTIALS && partial * fundamental < HIGHEST; partial += 1) {
      const place = partial * fundamental;
      const strength = partial ** -rolloff;
      const stays = partial === 1 ? 1 : sustained / partial ** 0.4;
      addPartial(tone, { hertz: place, amplitude: strength * stays, decay: 3 * seconds });
      const gone = bite / partial ** 0.3;
      addPartial(tone, { hertz: place, amplitude: strength * (1 - stays), decay: gone });
    }
  }
  return finish(tone, 0.9, 0.006);
}

/**
 * A tone that can be held for ever: every wave fits into the loop a whole number of times. Phases are
 * left to chance, so that waves do not begin with one peak.
 */
function held(
  name: string,
  hertz: number,
  detune: readonly number[],
  strength: (partial: number) => number,
): Signal {
  const random = new Random(name, Math.round(hertz));
  const tone = silence(LOOP);
  for (const cents of detune) {
    const fundamental = Math.round(hertz * 2 ** (cents / 1200) * LOOP) / LOOP;
    for (let partial = 1; partial <= PARTIALS && partial * fundamental < HIGHEST; partial += 1) {
      const amplitude = strength(partial);
      addPartial(tone, { hertz: partial * fundamental, amplitude, turn: random.next() });
    }
  }
  return scale(tone, 0.7);
}

import type { Random } from './random';
import { OCTAVE, pitchOf, type Mode, type Scale } from './scale';

/** A chord: steps of the scale, its root first, in thirds. */
export interface Chord {
  /** The degree it is built on, 0 to 6. */
  readonly degree: number;
  /** Its tones, within an octave above the root. */
  readonly steps: readonly number[];
}

/** The chords of a piece, one to a bar, eight bars each. */
export interface Harmony {
  readonly theme: readonly Chord[];
  readonly contrast: readonly Chord[];
}

interface Loops {
  readonly theme: readonly (readonly number[])[];
  readonly contrast: readonly (readonly number[])[];
  /** What leads back to the tonic in the last bar. */
  readonly cadence: number;
}

/**
 * Four-bar loops that songs in each mode are built on, as degrees from 0. That such loops rule popular
 * harmony, and which steps of the root are common, is what de Clercq and Temperley counted (2011, "A
 * corpus analysis of rock harmony", Popular Music 30(1), 47-70); which we took is our choice.
 */
const LOOPS: Readonly<Record<Mode, Loops>> = {
  ionian: {
    theme: [
      [0, 4, 5, 3],
      [0, 5, 3, 4],
      [0, 3, 5, 4],
      [0, 2, 3, 4],
    ],
    contrast: [
      [3, 4, 0, 5],
      [5, 3, 0, 4],
      [3, 0, 1, 4],
    ],
    cadence: 4,
  },
  mixolydian: {
    theme: [
      [0, 6, 3, 0],
      [0, 3, 6, 3],
      [0, 4, 6, 3],
    ],
    contrast: [
      [3, 6, 0, 0],
      [6, 3, 0, 4],
      [5, 3, 6, 0],
    ],
    cadence: 6,
  },
  dorian: {
    theme: [
      [0, 3, 0, 6],
      [0, 2, 3, 0],
      [0, 6, 3, 0],
    ],
    contrast: [
      [2, 6, 3, 0],
      [3, 6, 2, 0],
      [6, 3, 2, 4],
    ],
    cadence: 6,
  },
  aeolian: {
    theme: [
      [0, 5, 2, 6],
      [0, 3, 5, 6],
      [0, 6, 5, 6],
      [0, 2, 6, 3],
    ],
    contrast: [
      [5, 6, 0, 2],
      [3, 0, 5, 4],
      [5, 2, 6, 0],
    ],
    cadence: 6,
  },
  phrygian: {
    theme: [
      [0, 1, 0, 6],
      [0, 1, 2, 1],
      [0, 6, 1, 0],
    ],
    contrast: [
      [5, 1, 0, 0],
      [3, 2, 1, 1],
      [2, 1, 6, 0],
    ],
    cadence: 1,
  },
};

/**
 * Chooses the chords of a piece.
 *
 * @param colour how often a chord carries a seventh, in [0, 1]
 */
export function harmonize(mode: Mode, colour: number, random: Random): Harmony {
  const { theme, contrast, cadence } = LOOPS[mode];
  const eight = (loops: readonly (readonly number[])[]) => {
    const loop = random.pick(loops);
    return [...loop, ...loop.slice(0, 3), cadence].map((degree) => chordOn(degree, colour, random));
  };
  return { theme: eight(theme), contrast: eight(contrast) };
}

/** Returns the plain chord on the tonic, which pieces end on. */
export function tonicChord(): Chord {
  return { degree: 0, steps: [0, 2, 4] };
}

/** Returns whether a step of the scale belongs to a chord, in whatever octave. */
export function isChordTone(chord: Chord, step: number): boolean {
  return chord.steps.some((tone) => (tone - step) % OCTAVE === 0);
}

/** Returns the step of a chord that is nearest to the given one; of two, the lower. */
export function chordToneNear(chord: Chord, step: number): number {
  for (let distance = 0; distance < OCTAVE; distance += 1) {
    for (const near of [step - distance, step + distance]) {
      if (isChordTone(chord, near)) {
        return near;
      }
    }
  }
  return step;
}

/**
 * Lays a chord out around a pitch, each tone in the octave that is nearest to it, so that tones move
 * little from chord to chord.
 *
 * @returns MIDI numbers, from low to high
 */
export function voicing(scale: Scale, chord: Chord, centre: number): number[] {
  return chord.steps
    .map((step) => {
      const pitch = pitchOf(scale, step);
      return pitch + 12 * Math.round((centre - pitch) / 12);
    })
    .sort((one, other) => one - other);
}

function chordOn(degree: number, colour: number, random: Random): Chord {
  const triad = [degree, degree + 2, degree + 4];
  return { degree, steps: random.chance(colour) ? [...triad, degree + 6] : triad };
}

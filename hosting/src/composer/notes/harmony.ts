import type { Random } from './random';
import { MODES, OCTAVE, pitchOf, type Mode } from './scale';

/** A chord: steps of its scale, its root first, in thirds. */
export interface Chord {
  /** The degree it is built on, 0 to 6. */
  readonly degree: number;
  /** Its tones, as steps above the tonic. */
  readonly steps: readonly number[];
  /** The scale of its bar, as semitones above the tonic: that of the mode, but for borrowed tones. */
  readonly semitones: readonly number[];
}

/** The chords of a piece, one to a bar, eight bars each. */
export interface Harmony {
  readonly theme: readonly Chord[];
  readonly contrast: readonly Chord[];
  readonly bridge: readonly Chord[];
}

/** What a chord can have beside its triad, or instead of it. */
export type Extension = 'seventh' | 'ninth' | 'sixth' | 'suspended' | 'cluster' | 'power';

/** How common each is among the chords that have one. */
export type Extensions = Readonly<Partial<Record<Extension, number>>>;

/** The progressions that pieces of a kind are built on. */
interface Palette {
  readonly theme: readonly string[];
  readonly contrast: readonly string[];
  readonly bridge: readonly string[];
}

/** What progressions there are: one for each mode, and two for what no mode says. */
export type PaletteName = Mode | 'anger' | 'fear';

/**
 * Progressions of eight bars: four that end open, and four that answer them and close, as the period of
 * classical and popular song does (Caplin 1998, "Classical Form", chapter 4). Degrees are counted from 1;
 * a tone that is borrowed is written behind, against the major scale: `4b6` is the minor subdominant in
 * major, `5n7` the dominant in minor, `2b2` the Neapolitan chord.
 *
 * That such steps of the root rule popular harmony is what de Clercq and Temperley counted (2011, "A corpus
 * analysis of rock harmony", Popular Music 30(1), 47-70). Authentic cadences in major sound happy and
 * settled; diminished chords, flat second degrees and chords that do not resolve sound fearful or angry
 * (Gabrielsson and Lindstroem 2010, see `character.ts`; Lahdelma and Eerola 2016, "Single chords convey
 * distinct emotional qualities to both naive and expert listeners", Psychology of Music 44(1), 37-54; Huron
 * 2006, "Sweet Anticipation", chapter 15, on cadences that are put off). Which we took is our choice.
 */
const PALETTES: Readonly<Record<PaletteName, Palette>> = {
  ionian: {
    theme: ['1 4 1 5 1 4 5 1', '1 5 6 4 1 5 5 1', '1 6 4 5 1 6 5 1', '1 3 4 5 6 4 5 1'],
    contrast: ['4 5 3 6 4 5 1 5', '6 4 1 5 6 4 5 5', '4 1 4 1 2 2#4 5 5'],
    bridge: ['6 3 4 1 6 3 2 5', '4b6 1 4b6 1 7b7 4 5 5', '3 6 2 5 3 6 2#4 5'],
  },
  mixolydian: {
    theme: ['1 7 4 1 1 7 4 1', '1 4 7 4 1 4 7 1', '1 5 4 7 1 5 4 1'],
    contrast: ['4 7 1 1 4 7 5 5', '6 4 1 7 6 4 7 7'],
    bridge: ['2 4 6 4 2 4 7 7', '6 3n7 4 1 6 4 5n7 5n7'],
  },
  dorian: {
    theme: ['1 4 1 4 1 4 7 1', '1 3 4 1 1 3 7 1', '1 7 4 1 1 7 5 1'],
    contrast: ['3 7 4 1 3 7 4 5', '4 7 3 1 4 7 5n7 5n7'],
    bridge: ['7 4 7 4 3 4 5 5', '2 5 2 5 3 4 7 7'],
  },
  aeolian: {
    theme: ['1 6 3 7 1 6 5n7 1', '1 4 6 5n7 1 4 5n7 1', '1 7 6 5n7 1 7 5n7 1', '1 3 7 4 1 6 5 1'],
    contrast: ['6 7 1 3 6 7 5n7 5n7', '4 1 6 5n7 4 1 5n7 1', '6 3 7 1 6 4 5 5n7'],
    bridge: ['6 3 4 1 2b2 2b2 5n7 5n7', '4 1 4 1 6 6 5 5n7'],
  },
  phrygian: {
    theme: ['1 2 1 7 1 2 7 1', '1 2 3 2 1 7 2 1', '1 6 2 1 1 6 2 1'],
    contrast: ['6 2 1 1 6 2 7 7', '4 1 2 2 4 3 2 2'],
    bridge: ['3 2 4 3 6 2 5 5', '6 5 4 3 2 2 7 7'],
  },
  anger: {
    theme: ['1 1 1 2b2 1 1 7b7 2b2', '1 1 3b3 2b2 1 1 5b5 2b2', '1 2b2 1 5b5 1 2b2 7b7 2b2'],
    contrast: ['6b6 6b6 5b5 5b5 6b6 6b6 2b2 2b2', '4 4 3b3 2b2 4 4 5b5 5b5'],
    bridge: ['1 1 5b5 5b5 1 1 2b2 2b2', '1b5 1b5 2b2 2b2 1b5 1b5 7b7 7b7'],
  },
  fear: {
    theme: [
      '1b5 1b5 2b2 1b5 1b5 6b6 2b2 1b5',
      '1 2b2 1b5 1b5 1 6b6b2 2b2 1b5',
      '1 1 7n7 7n7 2b2 2b2 1b5 1',
    ],
    contrast: ['6b6b2 3b3b2 2b2b5 1b5 6b6b2 3b3b2 7n7 7n7', '4b6 7n7 1b5 2b2 4b6 7n7 2b2 2b2'],
    bridge: [
      '1b5b2 1b5b2 3b3b5 3b3b5 7n7 7n7 2b2 2b2',
      '2b2b5 1b5 2b2b5 1b5 7n7b2 7n7b2 7n7b2 7n7b2',
    ],
  },
};

/** Which steps above its root a chord has. */
const CHORDS: Readonly<Record<Extension | 'triad', readonly number[]>> = {
  triad: [0, 2, 4],
  seventh: [0, 2, 4, 6],
  ninth: [0, 2, 4, 8],
  sixth: [0, 2, 4, 5],
  suspended: [0, 3, 4],
  cluster: [0, 1, 4],
  power: [0, 4],
};

/** What is asked of the chords of a piece. */
export interface HarmonyStyle {
  readonly palette: PaletteName;
  readonly mode: Mode;
  /** How often a chord has one of the extensions, in [0, 1]. */
  readonly colour: number;
  readonly extensions: Extensions;
}

/** Chooses the chords of a piece. */
export function harmonize(style: HarmonyStyle, random: Random): Harmony {
  const { theme, contrast, bridge } = PALETTES[style.palette];
  const eight = (progressions: readonly string[]) =>
    random
      .pick(progressions)
      .split(' ')
      .map((symbol, bar) => chordOf(symbol, bar === 7 ? { ...style, colour: 0 } : style, random));
  return { theme: eight(theme), contrast: eight(contrast), bridge: eight(bridge) };
}

/** Returns the plain chord on the tonic, which pieces end on. */
export function tonicChord(mode: Mode): Chord {
  return { degree: 0, steps: CHORDS.triad, semitones: MODES[mode] };
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
 * @param tonic the MIDI number of the tonic
 * @returns MIDI numbers, from low to high
 */
export function voicing(tonic: number, { steps, semitones }: Chord, centre: number): number[] {
  return steps
    .map((step) => {
      const pitch = pitchOf({ semitones, tonic }, step);
      return pitch + 12 * Math.round((centre - pitch) / 12);
    })
    .sort((one, other) => one - other);
}

function chordOf(
  symbol: string,
  { mode, colour, extensions }: HarmonyStyle,
  random: Random,
): Chord {
  const degree = Number(symbol.charAt(0)) - 1;
  const kinds = Object.entries(extensions) as [Extension, number][];
  const isColoured = random.chance(colour) && kinds.length > 0;
  const [kind] = isColoured
    ? random.pickWeighted(kinds, ([, weight]) => weight)
    : (['triad'] as const);
  return {
    degree,
    steps: CHORDS[kind].map((step) => degree + step),
    semitones: borrowed(MODES[mode], symbol.slice(1)),
  };
}

const ACCIDENTALS: Readonly<Record<string, number>> = { b: -1, n: 0, '#': 1 };

/** Changes tones of a scale, each written as an accidental and its degree in the major scale. */
function borrowed(semitones: readonly number[], changes: string): readonly number[] {
  const changed = [...semitones];
  for (const [, accidental = 'n', place = '1'] of changes.matchAll(/([bn#])(\d)/g)) {
    const degree = Number(place) - 1;
    changed[degree] = (MODES.ionian[degree] ?? 0) + (ACCIDENTALS[accidental] ?? 0);
  }
  return changed;
}

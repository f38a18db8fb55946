import type { Chord } from './harmony';
import type { Random } from './random';
import { EIGHTHS_PER_BAR, euclidean } from './rhythm';

/** A stroke of an accompanying voice within a bar. */
export interface Stroke {
  /** When it begins, in eighths of the bar. */
  readonly eighth: number;
  /** How long until it may end, in eighths. */
  readonly eighths: number;
  /** Which tones of the chord it plays, from low to high; counted on beyond the chord, in octaves. */
  readonly tones: readonly number[];
  /** How hard, against the voice's usual strength. */
  readonly accent: number;
}

/** What a voice plays in every bar, in whatever harmony. */
export type Pattern = readonly Stroke[];

/** Ways of breaking a chord, as indices of its tones. */
const BROKEN: readonly (readonly number[])[] = [
  [0, 1, 2, 1, 3, 1, 2, 1],
  [0, 2, 1, 2, 3, 2, 1, 2],
  [0, 1, 2, 3, 4, 3, 2, 1],
  [0, 2, 3, 2, 4, 2, 3, 2],
];

/**
 * Makes up how the chords are played: broken in quiet pieces, struck in lively ones.
 *
 * @param density notes of the melody to a beat; the chords follow it
 */
export function chordPattern(density: number, random: Random): Pattern {
  return density > 1.15 && random.chance(0.75) ? struck(random) : broken(density, random);
}

/** Makes up how the bass goes, from whole notes to driving eighths. */
export function bassPattern(density: number, random: Random): Pattern {
  if (density < 0.8) {
    return random.pick([roots([0]), [...roots([0]), tone(4, 4, 2, 0.8)]]);
  }
  if (density < 1.1) {
    return random.pick([
      roots([0, 3, 4]),
      roots([0, 3, 6]),
      [...roots([0, 3]), tone(4, 4, 2, 0.85)],
    ]);
  }
  return random.pick([
    roots([0, 1, 2, 3, 4, 5, 6, 7]),
    roots([0, 3, 6]),
    [0, 1, 2, 3, 4, 5, 6, 7].map((eighth) => tone(eighth, 1, eighth % 2 === 0 ? 0 : 3, 0.9)),
  ]);
}

/**
 * Returns the steps that a stroke plays: tones beyond the chord are its tones an octave higher.
 *
 * @param pitches the chord's pitches from low to high
 */
export function pitchesOf(stroke: Stroke, pitches: readonly number[]): number[] {
  return stroke.tones.map((tone) => {
    const octaves = Math.floor(tone / pitches.length);
    return (pitches[tone - octaves * pitches.length] ?? 0) + 12 * octaves;
  });
}

/** Returns whether two chords are the same, so that a held one need not be struck again. */
export function isSame(one: Chord | undefined, other: Chord | undefined): boolean {
  return one?.steps.join() === other?.steps.join();
}

function broken(density: number, random: Random): Pattern {
  const order = random.pick(BROKEN);
  const every = density < 0.75 ? 2 : 1;
  return order
    .map((index, eighth) => tone(eighth, 3, index, eighth === 0 ? 1 : 0.8))
    .filter(({ eighth }) => eighth % every === 0);
}

function struck(random: Random): Pattern {
  const eighths = euclidean(random.pick([3, 3, 4, 5]), EIGHTHS_PER_BAR);
  const first = random.chance(0.4) ? 1 : 0;
  return eighths.map((eighth) => ({
    eighth: (eighth + first) % EIGHTHS_PER_BAR,
    eighths: 1.4,
    tones: [0, 1, 2],
    accent: 0.85,
  }));
}

function roots(eighths: readonly number[]): Stroke[] {
  return eighths.map((eighth, index) =>
    tone(eighth, (eighths[index + 1] ?? EIGHTHS_PER_BAR) - eighth, 0, index === 0 ? 1 : 0.85),
  );
}

function tone(eighth: number, eighths: number, index: number, accent: number): Stroke {
  return { eighth, eighths, tones: [index], accent };
}

import type { Chord } from './harmony';
import type { Random } from './random';
import { EIGHTHS_PER_BAR, euclidean } from './rhythm';

/** A stroke of an accompanying voice within a bar. */
export interface Stroke {
  /** When it begins, in eighths of the bar; halves are sixteenths. */
  readonly eighth: number;
  /** How long until it may end, in eighths. */
  readonly eighths: number;
  /** Which tones of the chord it plays, from low to high; counted on beyond the chord, in octaves. */
  readonly tones: readonly number[];
  /** How hard, against the voice's usual strength. */
  readonly accent: number;
}

/** What a voice plays in a bar, in whatever harmony. */
export type Pattern = readonly Stroke[];

/** How chords are played. */
export type Comping =
  | 'broken'
  | 'block'
  | 'offbeat'
  | 'strum'
  | 'syncopated'
  | 'stabs'
  | 'ostinato'
  | 'chug'
  | 'sparse';

/** How a bass goes. */
export type Bassline =
  'long' | 'pedal' | 'rootFifth' | 'walking' | 'syncopated' | 'eighths' | 'octaves' | 'gallop';

/** The tones that a bass can play, see `Stroke.tones`. */
const ROOT = 0;
const THIRD = 1;
const FIFTH = 2;
const OCTAVE_UP = 3;

/** Ways of breaking a chord, as indices of its tones. */
const BROKEN: readonly (readonly number[])[] = [
  [0, 1, 2, 1, 3, 1, 2, 1],
  [0, 2, 1, 2, 3, 2, 1, 2],
  [0, 1, 2, 3, 4, 3, 2, 1],
  [0, 2, 3, 2, 4, 2, 3, 2],
];

const ALL_TONES = [0, 1, 2];
const EVERY_EIGHTH = [0, 1, 2, 3, 4, 5, 6, 7];

/**
 * Makes up how the chords are played: bars that follow each other and begin again after the last.
 *
 * @param density notes of the melody to a beat; the chords follow it
 */
export function chordPatterns(kind: Comping, density: number, random: Random): Pattern[] {
  switch (kind) {
    case 'broken':
      return broken(density, random);
    case 'block': {
      const whole = strokes([0], 7.5, ALL_TONES, 0.9);
      const halves = strokes([0, 4], 3.8, ALL_TONES, 0.85);
      return random.pick([
        [whole, halves],
        [strokes([0, 2, 4, 6], 1.9, ALL_TONES, 0.75)],
        [halves],
      ]);
    }
    case 'offbeat': {
      const light = strokes([1, 3, 5, 7], 0.7, ALL_TONES, 0.85);
      const running = strokes([1, 3, 5, 6.5, 7.5], 0.6, ALL_TONES, 0.8);
      return [light, light, light, random.chance(0.5) ? running : light];
    }
    case 'strum': {
      const down = strokes([0, 2, 3, 5, 6], 1.4, ALL_TONES, 0.8);
      const other = strokes([0, 3, 4, 6, 7], 1.3, [0, 1, 2, 3], 0.75);
      return random.pick([[down], [down, other]]);
    }
    case 'syncopated':
      return [struck(random), struck(random)];
    case 'stabs': {
      const call = strokes([0, 3, 6], 1.6, ALL_TONES, 1);
      const answer = strokes([0, 1, 2, 4], 0.8, ALL_TONES, 0.9);
      return [call, call, call, answer];
    }
    case 'ostinato':
      return ostinato(random);
    case 'chug':
      return chug(random);
    case 'sparse':
      return sparse(random);
  }
}

/** Makes up how the bass goes, from whole notes to driving eighths; bars as of the chords. */
export function bassPatterns(kind: Bassline, random: Random): Pattern[] {
  switch (kind) {
    case 'long':
      return random.pick([
        [roots([0])],
        [[...roots([0]), tone(4, 4, FIFTH, 0.8)]],
        [roots([0]), roots([0, 6])],
      ]);
    case 'pedal':
      return [roots([0])];
    case 'rootFifth': {
      const bounce = [tone(0, 1.6, ROOT, 1), tone(4, 1.6, FIFTH, 0.9)];
      return [
        bounce,
        bounce,
        bounce,
        [...bounce, tone(6, 0.9, THIRD, 0.8), tone(7, 0.9, FIFTH, 0.8)],
      ];
    }
    case 'walking':
      return random.pick([
        [walk([ROOT, THIRD, FIFTH, THIRD]), walk([ROOT, FIFTH, OCTAVE_UP, FIFTH])],
        [walk([ROOT, ROOT, THIRD, FIFTH]), walk([OCTAVE_UP, FIFTH, THIRD, FIFTH])],
      ]);
    case 'syncopated':
      return random.pick([
        [roots([0, 3, 6]), roots([0, 3, 4, 7])],
        [[...roots([0, 3]), tone(6, 2, FIFTH, 0.85)], roots([0, 3, 5])],
      ]);
    case 'eighths':
      return [
        roots(EVERY_EIGHTH),
        roots(EVERY_EIGHTH),
        roots(EVERY_EIGHTH),
        roots([0, 1, 2, 3, 4, 6]),
      ];
    case 'octaves':
      return [
        EVERY_EIGHTH.map((eighth) => tone(eighth, 0.9, eighth % 2 === 0 ? ROOT : OCTAVE_UP, 0.9)),
      ];
    case 'gallop':
      return [
        roots([0, 1, 1.5, 2, 3, 3.5, 4, 5, 5.5, 6, 7, 7.5]),
        roots([0, 1, 1.5, 2, 3, 3.5, 4, 6]),
      ];
  }
}

/**
 * Returns the pitches that a stroke plays: tones beyond the chord are its tones an octave higher.
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
  return (
    one?.steps.join() === other?.steps.join() && one?.semitones.join() === other?.semitones.join()
  );
}

function broken(density: number, random: Random): Pattern[] {
  const order = random.pick(BROKEN);
  const every = density < 0.75 ? 2 : 1;
  const bar = order
    .map((index, eighth) => tone(eighth, 3, index, eighth === 0 ? 1 : 0.8))
    .filter(({ eighth }) => eighth % every === 0);
  // Now and then it comes to rest on its third beat.
  const resting = bar
    .filter(({ eighth }) => eighth <= 4)
    .map((stroke) => ({ ...stroke, eighths: 4 }));
  return [bar, bar, bar, random.chance(0.5) ? resting : bar];
}

function struck(random: Random): Pattern {
  const eighths = euclidean(random.pick([3, 3, 4, 5]), EIGHTHS_PER_BAR);
  const first = random.chance(0.4) ? 1 : 0;
  return eighths.map((eighth) => ({
    eighth: (eighth + first) % EIGHTHS_PER_BAR,
    eighths: 1.4,
    tones: ALL_TONES,
    accent: 0.85,
  }));
}

/** The same few tones over and over, every third one stressed against the beat. */
function ostinato(random: Random): Pattern[] {
  const order = random.pick([
    [0, 2, 1, 0, 2, 1, 0, 2],
    [0, 0, 2, 0, 0, 1, 0, 2],
  ]);
  const bar = order.map((index, eighth) => tone(eighth, 0.8, index, eighth % 3 === 0 ? 1 : 0.65));
  return [bar];
}

/** Muted roots, between which whole chords break out. */
function chug(random: Random): Pattern[] {
  const open = random.pick([
    [0, 3, 6],
    [0, 3],
    [0, 5],
  ]);
  const muted = [0, 0.5, 1, 2, 2.5, 3, 4, 4.5, 5, 6, 6.5, 7].map((eighth) =>
    open.includes(eighth) ? tone(eighth, 1.5, ROOT, 1) : tone(eighth, 0.35, ROOT, 0.7),
  );
  const held = open.map((eighth, index) => tone(eighth, (open[index + 1] ?? 8) - eighth, ROOT, 1));
  return [muted, muted, muted, held];
}

/** Now here, now there, so that nobody knows when the next comes. */
function sparse(random: Random): Pattern[] {
  return EVERY_EIGHTH.map(() => {
    const count = random.pick([0, 1, 1, 2]);
    const places = EVERY_EIGHTH.filter(() => random.chance(count / EIGHTHS_PER_BAR));
    return places.map((eighth) => ({
      eighth,
      eighths: 1.2,
      tones: random.pick([ALL_TONES, [0, 1], [1, 3]]),
      accent: random.between(0.5, 1.1),
    }));
  });
}

function strokes(
  eighths: readonly number[],
  length: number,
  tones: readonly number[],
  accent: number,
): Stroke[] {
  return eighths.map((eighth, index) => ({
    eighth,
    eighths: length,
    tones,
    accent: index === 0 ? accent : 0.92 * accent,
  }));
}

function walk(tones: readonly number[]): Stroke[] {
  return tones.map((index, beat) => tone(2 * beat, 1.8, index, beat === 0 ? 1 : 0.88));
}

function roots(eighths: readonly number[]): Stroke[] {
  return eighths.map((eighth, index) =>
    tone(eighth, (eighths[index + 1] ?? EIGHTHS_PER_BAR) - eighth, ROOT, index === 0 ? 1 : 0.85),
  );
}

function tone(eighth: number, eighths: number, index: number, accent: number): Stroke {
  return { eighth, eighths, tones: [index], accent };
}

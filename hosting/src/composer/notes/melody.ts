import { chordToneNear, type Chord } from './harmony';
import type { Random } from './random';
import { EIGHTHS_PER_BAR, rhythmCell } from './rhythm';

/** A note of a melody, within its eight bars. */
export interface MelodyNote {
  /** When it begins, in eighths. */
  readonly eighth: number;
  /** How long until the next, in eighths, at most a bar. */
  readonly eighths: number;
  /** A step of the scale. */
  readonly step: number;
}

/** What a melody is to be like. */
export interface MelodyStyle {
  /** Notes to a beat. */
  readonly density: number;
  readonly syncopation: number;
  /** The step of the scale around which it moves. */
  readonly centre: number;
  /** How willingly it leaps, as a factor of what melodies do. */
  readonly leaps: number;
  /** Where it tends to: towards -1 down, towards 1 up. */
  readonly rise: number;
  /** The share of notes that are left out, so that it falters, in [0, 1). */
  readonly gaps: number;
}

/** Two bars of rhythm and the steps from each note to the next. */
interface Cell {
  readonly eighths: readonly number[];
  readonly moves: readonly number[];
}

const BEATS_PER_CELL = 8;
const EIGHTHS_PER_CELL = 2 * EIGHTHS_PER_BAR;

/** How a melody is put together from two cells, an end that asks and one that answers. */
type Part = 'first' | 'second' | 'open' | 'end';

/**
 * Antecedent and consequent begin alike and end apart, so that they rhyme (Caplin 1998, "Classical Form",
 * chapter 4); the first is the most common.
 */
const PHRASES: readonly (readonly Part[])[] = [
  ['first', 'open', 'first', 'end'],
  ['first', 'open', 'first', 'end'],
  ['first', 'second', 'first', 'end'],
  ['first', 'first', 'second', 'end'],
];

/** How far a melody strays from its centre, in steps of the scale. */
const REACH = 5;

/** From this many steps on, a move is a leap. */
const LEAP = 3;

/**
 * Moves of a melody and how common they are: mostly single steps (Huron 2006, "Sweet Anticipation",
 * step inertia and small intervals; the numbers are ours).
 */
const MOVES: readonly (readonly [move: number, weight: number])[] = [
  [-4, 0.5],
  [-3, 0.8],
  [-2, 2.5],
  [-1, 6],
  [0, 1.5],
  [1, 5],
  [2, 3],
  [3, 1],
  [4, 1],
];

/**
 * Makes up a melody over eight bars. It repeats itself as songs do: a cell that returns keeps its
 * rhythm and its moves and begins on a tone of the chord it meets.
 *
 * @param chords one to a bar, eight in all
 */
export function composeMelody(
  chords: readonly Chord[],
  style: MelodyStyle,
  random: Random,
): MelodyNote[] {
  const first = makeCell(style, random);
  const second = makeCell(style, random);
  const cells = { first, second, open: openEndOf(second), end: endOf(first) };
  // What tends up begins low.
  const start = style.centre + random.pick([-2, 0, 2]) - Math.round(2 * style.rise);
  let from = start;
  return random.pick(PHRASES).flatMap((name, index) => {
    const notes = fit(cells[name], index, chords, from, style.centre);
    from = index === 1 ? start : Math.round(((notes[0]?.step ?? from) + style.centre) / 2);
    return notes.filter(
      ({ eighth }) =>
        eighth % EIGHTHS_PER_CELL === 0 || isLast(eighth) || !random.chance(style.gaps),
    );
  });
}

/**
 * Returns a melody a little changed, as a singer does the second time: weak notes come and go, the
 * strong ones stay.
 */
export function vary(melody: readonly MelodyNote[], random: Random): MelodyNote[] {
  return melody.flatMap((note): MelodyNote[] => {
    const { eighth, eighths, step } = note;
    if (eighths >= 4 && random.chance(0.3)) {
      const half = Math.floor(eighths / 2);
      const neighbour = step + random.pick([-1, 1]);
      return [
        { ...note, eighths: half },
        { eighth: eighth + half, eighths: eighths - half, step: neighbour },
      ];
    }
    return isStrong(eighth) || random.chance(0.9) ? [note] : [];
  });
}

function makeCell(style: MelodyStyle, random: Random): Cell {
  const { density, syncopation } = style;
  const wished = density * BEATS_PER_CELL * random.between(0.8, 1.15);
  const count = Math.min(12, Math.max(3, Math.round(wished)));
  const eighths = rhythmCell(count, syncopation, random);
  const moves: number[] = [];
  let place = 0;
  let last = 0;
  for (let index = 1; index < eighths.length; index += 1) {
    last = nextMove(place, last, style, random);
    place += last;
    moves.push(last);
  }
  return { eighths, moves };
}

/** After a leap, melodies turn back (von Hippel and Huron 2000, "Why do skips precede reversals?"). */
function nextMove(
  place: number,
  last: number,
  { leaps, rise }: MelodyStyle,
  random: Random,
): number {
  if (Math.abs(last) >= LEAP) {
    return -Math.sign(last) * random.pick([1, 1, 2]);
  }
  const [move] = random.pickWeighted(MOVES, ([candidate, weight]) => {
    const leaping = Math.abs(candidate) >= LEAP ? leaps : 1;
    const tending = 1 + 0.5 * rise * Math.sign(candidate);
    return Math.abs(place + candidate) > REACH ? 0 : weight * leaping * tending;
  });
  return move;
}

/** The first bar of a cell, and a long note in place of the second. */
function endOf({ eighths, moves }: Cell): Cell {
  const kept = eighths.filter((eighth) => eighth < EIGHTHS_PER_BAR - 1);
  return {
    eighths: [...kept, EIGHTHS_PER_BAR],
    moves: [...moves.slice(0, kept.length - 1), -1],
  };
}

/** As a cell, but it comes to rest on its last strong beat, on a tone of the chord that asks on. */
function openEndOf({ eighths, moves }: Cell): Cell {
  const kept = eighths.filter((eighth) => eighth < EIGHTHS_PER_BAR + 4);
  return {
    eighths: [...kept, EIGHTHS_PER_BAR + 4],
    moves: [...moves.slice(0, kept.length - 1), 1],
  };
}

function fit(
  cell: Cell,
  index: number,
  chords: readonly Chord[],
  from: number,
  centre: number,
): MelodyNote[] {
  const start = index * EIGHTHS_PER_CELL;
  let step = from;
  return cell.eighths.map((place, note) => {
    const eighth = start + place;
    const next = cell.eighths[note + 1] ?? EIGHTHS_PER_CELL - 1;
    const eighths = Math.min(next - place, EIGHTHS_PER_BAR);
    const chord = chords[Math.floor(eighth / EIGHTHS_PER_BAR) % chords.length];
    step = within(step + (note > 0 ? (cell.moves[note - 1] ?? 0) : 0), centre);
    // What is heard clearly agrees with the chord; what passes by may not.
    if (chord && (isStrong(eighth) || eighths >= 3)) {
      step = chordToneNear(chord, step);
    }
    return { eighth, eighths, step };
  });
}

function within(step: number, centre: number): number {
  return Math.min(centre + REACH + 1, Math.max(centre - REACH - 1, step));
}

/** Returns whether an eighth is where the melody comes to its end. */
function isLast(eighth: number): boolean {
  return eighth === 7 * EIGHTHS_PER_BAR;
}

/** Returns whether an eighth is the first or the third beat of its bar. */
function isStrong(eighth: number): boolean {
  return eighth % 4 === 0;
}

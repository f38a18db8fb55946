import type { Random } from './random';

/** How many eighths there are to a bar of four beats. */
export const EIGHTHS_PER_BAR = 8;

/**
 * How much an eighth of the bar attracts a note: the stronger its place in the metre, the more
 * (Lerdahl and Jackendoff 1983, "A Generative Theory of Tonal Music", the metrical grid).
 */
const METRICAL_WEIGHT = [1, 0.2, 0.5, 0.25, 0.8, 0.2, 0.5, 0.25];

/**
 * Spreads beats over steps as evenly as can be, beginning with a beat: rhythms of much of the world's
 * music (Toussaint 2005, "The Euclidean algorithm generates traditional musical rhythms", BRIDGES).
 *
 * @returns the steps that carry a beat, in order
 */
export function euclidean(beats: number, steps: number): number[] {
  return Array.from({ length: beats }, (_, index) => Math.ceil((index * steps) / beats));
}

/**
 * Makes up a rhythm of two bars that begins on the first beat and leaves room to breathe at its end.
 *
 * @param count how many notes it is to have, at most 13
 * @param syncopation how willingly notes fall between the beats, in [0, 1]
 * @returns the eighths, 0 to 15, on which notes begin, in order
 */
export function rhythmCell(count: number, syncopation: number, random: Random): number[] {
  const lastEighth = 2 * EIGHTHS_PER_BAR - 3;
  const open = Array.from({ length: lastEighth }, (_, index) => index + 1);
  const chosen = [0];
  while (chosen.length < count && open.length > 0) {
    const eighth = random.pickWeighted(open, (index) => weight(index, syncopation));
    open.splice(open.indexOf(eighth), 1);
    chosen.push(eighth);
  }
  return chosen.sort((one, other) => one - other);
}

/** Returns when an eighth is played: those between the beats come later by a share of an eighth. */
export function swung(eighth: number, swing: number): number {
  return (eighth + (eighth % 2 === 1 ? swing : 0)) / 2;
}

function weight(eighth: number, syncopation: number): number {
  const metrical = METRICAL_WEIGHT[eighth % EIGHTHS_PER_BAR] ?? 0;
  return eighth % 2 === 1 ? metrical * (0.3 + 3 * syncopation) : metrical;
}

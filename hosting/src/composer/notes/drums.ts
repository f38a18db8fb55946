import type { Random } from './random';
import { EIGHTHS_PER_BAR } from './rhythm';
import type { Drum } from './score';

/** A stroke on the drum kit, within a bar. */
export interface Beat {
  readonly drum: Drum;
  /** In eighths of the bar; halves are sixteenths. */
  readonly eighth: number;
  readonly velocity: number;
}

/** What the drums play: in ordinary bars, and in the last bar before something new. */
export interface Groove {
  readonly bar: readonly Beat[];
  readonly fill: readonly Beat[];
}

/** Below this much drumming there is none. */
export const DRUMS_FROM = 0.15;

/**
 * Makes up what the drums play.
 *
 * @param amount how much drumming there is, in [0, 1]
 */
export function groove(amount: number, random: Random): Groove {
  if (amount < DRUMS_FROM) {
    return { bar: [], fill: [] };
  }
  const bar = amount < 0.4 ? soft(random) : amount < 0.72 ? steady(random) : driving(random);
  return { bar, fill: amount < 0.4 ? bar : withFill(bar) };
}

function soft(random: Random): Beat[] {
  const kick = random.pick([[0], [0, 5], [0, 4]]);
  return [
    ...strokes('kick', kick, 0.55),
    ...strokes('shaker', [0, 1, 2, 3, 4, 5, 6, 7], 0.3, 0.55),
    ...(random.chance(0.5) ? strokes('rim', [6], 0.35) : []),
  ];
}

function steady(random: Random): Beat[] {
  const kick = random.pick([
    [0, 4],
    [0, 3, 4],
    [0, 5],
    [0, 4, 7],
  ]);
  return [
    ...strokes('kick', kick, 0.8),
    ...strokes(random.chance(0.5) ? 'snare' : 'rim', [2, 6], 0.6),
    ...strokes('hat', [0, 1, 2, 3, 4, 5, 6, 7], 0.4, 0.7),
  ];
}

function driving(random: Random): Beat[] {
  const kick = random.pick([
    [0, 2, 4, 6],
    [0, 2, 4, 6],
    [0, 3, 4],
    [0, 1, 4, 5],
  ]);
  const offBeats = [1, 3, 5, 7];
  return [
    ...strokes('kick', kick, 0.95),
    ...strokes('snare', [2, 6], 0.8),
    ...(random.chance(0.5)
      ? strokes('openHat', offBeats, 0.4)
      : strokes(
          'hat',
          [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7, 7.5],
          0.45,
          0.6,
        )),
    ...strokes('shaker', offBeats, 0.25),
  ];
}

/** The second half of the bar becomes a roll on the snare drum that grows. */
function withFill(bar: readonly Beat[]): Beat[] {
  const half = EIGHTHS_PER_BAR / 2;
  const roll = [4, 5, 6, 6.5, 7, 7.5].map((eighth, index): Beat => ({
    drum: 'snare',
    eighth,
    velocity: 0.4 + 0.07 * index,
  }));
  return [...bar.filter(({ eighth, drum }) => eighth < half || drum === 'kick'), ...roll];
}

/** Strokes of one drum; those between the beats are weaker by a factor. */
function strokes(drum: Drum, eighths: readonly number[], velocity: number, offBeat = 1): Beat[] {
  return eighths.map((eighth) => ({
    drum,
    eighth,
    velocity: eighth % 2 === 0 ? velocity : velocity * offBeat,
  }));
}

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

/** What kind of drumming there is. */
export type GrooveKind =
  | 'none'
  | 'brushes'
  | 'laidBack'
  | 'bounce'
  | 'four'
  | 'rock'
  | 'march'
  | 'pulse'
  | 'heartbeat'
  | 'metal';

/** Strokes that come in where a piece has come to some energy. */
interface Layer {
  readonly from: number;
  readonly beats: readonly Beat[];
}

/** What the drums play in a piece: two bars in turn, their ornaments, and how they lead on. */
export interface Groove {
  readonly layers: readonly (readonly Layer[])[];
  /** Strokes of which some come now and then. */
  readonly ornaments: readonly Beat[];
  /** How often each of them comes, in [0, 1]. */
  readonly ornate: number;
  /** What fills are played on. */
  readonly fillDrums: readonly Drum[];
}

/** Below this much drumming there is none. */
export const DRUMS_FROM = 0.15;

/** Below this energy, only what leads to the next section is played. */
const PLAYED_FROM = 0.35;

const EIGHTHS = [0, 1, 2, 3, 4, 5, 6, 7];
const OFF_BEATS = [1, 3, 5, 7];
const SIXTEENTHS = EIGHTHS.flatMap((eighth) => [eighth, eighth + 0.5]);
const BACK_BEATS = [2, 6];

/** The rhythms of fills, as eighths of the bar; most lead on from its middle. */
const FILLS: readonly (readonly number[])[] = [
  [4, 5, 6, 6.5, 7, 7.5],
  [6, 6.5, 7, 7.5],
  [4, 4.5, 5, 6, 6.5, 7],
  [5, 5.5, 6, 7, 7.5],
  [2, 3, 4, 5, 6, 6.5, 7, 7.5],
  [4, 4.5, 5, 5.5, 6, 6.5, 7, 7.5],
  [6, 7],
];

/**
 * Makes up what the drums play.
 *
 * @param amount how much drumming there is, in [0, 1]
 */
export function makeGroove(kind: GrooveKind, amount: number, random: Random): Groove | undefined {
  if (kind === 'none' || amount < DRUMS_FROM) {
    return undefined;
  }
  return { ...KINDS[kind](random), ornate: 0.03 + 0.06 * amount };
}

type Made = Omit<Groove, 'ornate'>;

const KINDS: Readonly<Record<Exclude<GrooveKind, 'none'>, (random: Random) => Made>> = {
  brushes: (random) => ({
    layers: inTurn(random.pick([[0], [0, 5], [0, 4]]), [0, 4], (kick) => [
      layer(0.35, strokes('shaker', EIGHTHS, 0.3, 0.55)),
      layer(0.4, strokes('kick', kick, 0.5)),
      layer(0.55, strokes('rim', [6], 0.35)),
    ]),
    ornaments: [...strokes('shaker', [3.5, 7.5], 0.2), ...strokes('rim', [3, 7], 0.2)],
    fillDrums: ['shaker', 'rim'],
  }),
  laidBack: (random) => ({
    layers: inTurn(
      random.pick([
        [0, 5],
        [0, 3, 4],
        [0, 4, 7],
      ]),
      [0, 3, 5],
      (kick) => [
        layer(0.35, strokes('hat', EIGHTHS, 0.4, 0.7)),
        layer(0.4, strokes('kick', kick, 0.75)),
        layer(0.45, strokes(random.chance(0.5) ? 'snare' : 'rim', BACK_BEATS, 0.5)),
        layer(0.8, strokes('shaker', OFF_BEATS, 0.25)),
      ],
    ),
    ornaments: [...strokes('snare', [3.5, 4.5, 7], 0.18), ...strokes('kick', [6.5], 0.5)],
    fillDrums: ['snare', 'rim'],
  }),
  bounce: (random) => ({
    layers: inTurn(
      [0, 4],
      random.pick([
        [0, 4, 7],
        [0, 3, 4],
      ]),
      (kick) => [
        layer(0.35, strokes('tambourine', OFF_BEATS, 0.45)),
        layer(0.38, strokes('kick', kick, 0.8)),
        layer(0.44, strokes('clap', BACK_BEATS, 0.55)),
        layer(0.6, strokes('snare', BACK_BEATS, 0.5)),
        layer(0.7, strokes('hat', EIGHTHS, 0.35, 0.8)),
      ],
    ),
    ornaments: [
      ...strokes('clap', [7, 7.5], 0.35),
      ...strokes('snare', [3.5, 5], 0.2),
      ...strokes('tambourine', [0, 4], 0.3),
    ],
    fillDrums: ['snare', 'highTom', 'clap'],
  }),
  four: (random) => ({
    layers: inTurn([0, 2, 4, 6], [0, 2, 4, 6], (kick) => [
      layer(0.35, strokes('hat', SIXTEENTHS, 0.3, 0.7)),
      layer(0.4, strokes('kick', kick, 0.75)),
      layer(0.5, strokes('clap', BACK_BEATS, 0.7)),
      layer(0.62, strokes('openHat', OFF_BEATS, 0.4)),
      layer(0.8, strokes(random.chance(0.5) ? 'shaker' : 'ride', EIGHTHS, 0.25)),
    ]),
    ornaments: [
      ...strokes('kick', [3, 7, 7.5], 0.6),
      ...strokes('rim', [1.5, 4.5, 5], 0.3),
      ...strokes('openHat', [7.5], 0.35),
    ],
    fillDrums: ['snare', 'clap', 'lowTom'],
  }),
  rock: (random) => ({
    layers: inTurn(
      random.pick([
        [0, 3, 4],
        [0, 1, 4, 5],
      ]),
      [0, 3, 4, 7],
      (kick) => [
        layer(0.35, strokes('hat', EIGHTHS, 0.5, 0.75)),
        layer(0.38, strokes('kick', kick, 0.75)),
        layer(0.42, strokes('snare', BACK_BEATS, 0.7)),
        layer(0.75, strokes('ride', [0, 2, 4, 6], 0.4)),
      ],
    ),
    ornaments: [...strokes('snare', [3.5, 4.5, 7.5], 0.25), ...strokes('kick', [2.5, 6.5], 0.7)],
    fillDrums: ['snare', 'highTom', 'lowTom'],
  }),
  march: (random) => ({
    layers: inTurn(
      [0, 4],
      random.pick([
        [0, 4, 6],
        [0, 3, 4],
      ]),
      (kick) => [
        layer(0.35, strokes('snare', [0, 1, 1.5, 2, 3, 4, 5, 5.5, 6, 7], 0.3, 0.6)),
        layer(0.4, strokes('boom', [0], 0.5)),
        layer(0.5, strokes('kick', kick, 0.75)),
        layer(0.55, strokes('snare', BACK_BEATS, 0.65)),
        layer(0.7, strokes('openHat', [0, 2, 4, 6], 0.35)),
        layer(0.85, strokes('tambourine', OFF_BEATS, 0.35)),
      ],
    ),
    ornaments: [...strokes('snare', [2.5, 3.5, 7.5], 0.35), ...strokes('lowTom', [7, 7.5], 0.6)],
    fillDrums: ['snare', 'lowTom', 'highTom'],
  }),
  pulse: (random) => ({
    layers: inTurn(
      random.pick([
        [0, 3],
        [0, 3, 6],
      ]),
      [0, 5],
      (kick) => [
        layer(0.35, strokes('lowTom', [0, 3, 6], 0.5)),
        layer(0.4, strokes('kick', kick, 0.8)),
        // Half as fast as it could be: it waits.
        layer(0.5, strokes('snare', [4], 0.65)),
        layer(0.6, strokes('hat', SIXTEENTHS, 0.3, 0.5)),
      ],
    ),
    ornaments: [...strokes('highTom', [5, 7], 0.35), ...strokes('rim', [1, 2.5, 6.5], 0.3)],
    fillDrums: ['lowTom', 'highTom'],
  }),
  heartbeat: (random) => ({
    layers: inTurn([0, 1], random.pick([[0, 1], [], [4, 5]]), (kick) => [
      layer(0.35, strokes('kick', kick, 0.55, 0.7)),
      layer(0.5, strokes('boom', kick.slice(0, 1), 0.35)),
    ]),
    // Most of it is what nobody expects.
    ornaments: [
      ...strokes('rim', [2.5, 3, 5.5, 6, 7], 0.35),
      ...strokes('shaker', [1.5, 4.5, 6.5], 0.4),
      ...strokes('lowTom', [3.5, 6], 0.4),
      ...strokes('boom', [5], 0.3),
    ],
    fillDrums: ['lowTom', 'boom'],
  }),
  metal: (random) => ({
    layers: inTurn(
      random.pick([SIXTEENTHS, [0, 0.5, 1, 2, 2.5, 3, 4, 4.5, 5, 6, 6.5, 7]]),
      [0, 1, 1.5, 2, 3, 3.5, 4, 5, 5.5, 6, 7, 7.5],
      (kick) => [
        layer(0.35, strokes('kick', kick, 0.5, 0.85)),
        layer(0.38, strokes('snare', BACK_BEATS, 0.8)),
        layer(0.45, strokes('openHat', [0, 2, 4, 6], 0.4)),
        layer(0.75, strokes('crash', [0, 4], 0.35)),
      ],
    ),
    ornaments: [
      ...strokes('snare', [3.5, 5, 7, 7.5], 0.6),
      ...strokes('highTom', [6.5], 0.6),
      ...strokes('lowTom', [7], 0.6),
    ],
    fillDrums: ['snare', 'highTom', 'lowTom'],
  }),
};

/** What a bar is asked for. */
export interface BarPlace {
  /** Which bar of its section it is, counted from 0. */
  readonly index: number;
  /** How many bars the section has. */
  readonly bars: number;
  readonly energy: number;
}

/** Makes up what the drums play in a bar: what they always do, some ornaments, and what leads on. */
export function drumBar(groove: Groove, { index, bars, energy }: BarPlace, random: Random): Beat[] {
  const isLast = index === bars - 1;
  if (energy < PLAYED_FROM) {
    return isLast ? fill(groove, 4, 0.8, random) : [];
  }
  const played = (groove.layers[index % groove.layers.length] ?? [])
    .filter(({ from }) => energy >= from)
    .flatMap(({ beats }) => beats);
  const ornaments = groove.ornaments.filter(
    ({ eighth, drum }) =>
      random.chance(groove.ornate * (0.6 + energy)) &&
      !played.some((beat) => beat.eighth === eighth && beat.drum === drum),
  );
  const leads = isLast || (index === 3 && random.chance(0.5));
  if (!leads) {
    return [...played, ...ornaments];
  }
  const lead = fill(groove, isLast ? 0 : 5, energy, random);
  const begins = Math.min(EIGHTHS_PER_BAR, ...lead.map(({ eighth }) => eighth));
  return [...played.filter(({ drum, eighth }) => eighth < begins || drum === 'kick'), ...lead];
}

/** A fill that grows louder, from high drums to low ones. */
function fill({ fillDrums }: Groove, from: number, energy: number, random: Random): Beat[] {
  const eighths = random.pick(FILLS).filter((eighth) => eighth >= from);
  return eighths.map((eighth, index) => ({
    drum: fillDrums[Math.floor((index * fillDrums.length) / eighths.length)] ?? 'snare',
    eighth,
    velocity: Math.min(1, (0.4 + 0.4 * energy) * (0.6 + (0.5 * index) / eighths.length)),
  }));
}

/** Two bars in turn that differ by their kick drum. */
function inTurn(
  kick: readonly number[],
  other: readonly number[],
  layers: (kick: readonly number[]) => Layer[],
): Layer[][] {
  return [layers(kick), layers(other)];
}

function layer(from: number, beats: readonly Beat[]): Layer {
  return { from, beats };
}

/** Strokes of one drum; those between the beats are weaker by a factor. */
function strokes(drum: Drum, eighths: readonly number[], velocity: number, offBeat = 1): Beat[] {
  return eighths.map((eighth) => ({
    drum,
    eighth,
    velocity: eighth % 2 === 0 ? velocity : velocity * offBeat,
  }));
}

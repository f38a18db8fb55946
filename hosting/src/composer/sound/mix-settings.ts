import type { StemName } from './stems';

/** Where a stem is heard from, and how loud it is there. */
export interface MixSettings {
  /** How loud, as a factor. */
  readonly gain: number;
  /** From -1, left, to 1, right. */
  readonly pan: number;
  /** How much of it the room answers. */
  readonly room: number;
}

/** The settings of every stem. */
export const MIX_SETTINGS: Readonly<Record<StemName, MixSettings>> = {
  melody: { gain: 0.5, pan: 0.08, room: 0.3 },
  echo: { gain: 0.28, pan: -0.35, room: 0.4 },
  chords: { gain: 0.3, pan: -0.25, room: 0.28 },
  pad: { gain: 0.13, pan: 0.2, room: 0.35 },
  bass: { gain: 0.42, pan: 0, room: 0.04 },
  drums: { gain: 0.5, pan: 0, room: 0.08 },
};

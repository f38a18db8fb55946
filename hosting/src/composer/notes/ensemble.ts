import type { Random } from './random';

/** What plays the melody and the chords. */
export type Tone =
  | 'piano'
  | 'string'
  | 'harp'
  | 'pizzicato'
  | 'mallet'
  | 'bell'
  | 'electric'
  | 'reed'
  | 'flute'
  | 'brass'
  | 'bowed'
  | 'saw'
  | 'synth'
  | 'lead'
  | 'guitar';

/** What holds the chords. */
export type Pad = 'warm' | 'glass' | 'strings' | 'choir' | 'tremolo';

/** What plays the lowest notes. */
export type Bass = 'round' | 'upright' | 'driving' | 'growl' | 'drone';

/** Who plays in a piece. */
export interface Ensemble {
  readonly melody: Tone;
  /** What goes along with the melody where a piece is at its height. */
  readonly second: Tone;
  readonly chords: Tone;
  readonly pad: Pad;
  readonly bass: Bass;
}

/** Who can play where; at least one for each. */
export type Choices = {
  readonly [Place in keyof Ensemble]: readonly Ensemble[Place][];
};

/** Chooses who plays a piece; where there is a choice, melody and chords are of different kinds. */
export function ensembleOf(choices: Choices, random: Random): Ensemble {
  const melody = random.pick(choices.melody);
  const others = choices.chords.filter((tone) => tone !== melody);
  return {
    melody,
    second: random.pick(choices.second),
    chords: random.pick(others.length > 0 ? others : choices.chords),
    pad: random.pick(choices.pad),
    bass: random.pick(choices.bass),
  };
}

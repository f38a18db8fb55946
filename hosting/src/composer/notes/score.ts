import type { Character } from './character';

/** Who plays a note. */
export type Voice = 'melody' | 'echo' | 'chords' | 'double' | 'pad' | 'bass' | Drum;

const DRUMS = [
  'kick',
  'snare',
  'rim',
  'clap',
  'hat',
  'openHat',
  'ride',
  'shaker',
  'tambourine',
  'highTom',
  'lowTom',
  'boom',
  'crash',
] as const;

/** A piece of the drum kit. Its notes have no pitch that matters. */
export type Drum = (typeof DRUMS)[number];

/** One note of a piece. */
export interface Note {
  readonly voice: Voice;
  /** When it begins, in beats from the start of the piece. */
  readonly beat: number;
  /** How long it is held, in beats. */
  readonly beats: number;
  /** A MIDI number. */
  readonly pitch: number;
  /** How hard it is played, in (0, 1]. */
  readonly velocity: number;
}

/** A whole piece, on paper. */
export interface Score {
  readonly character: Character;
  /** How long the piece plays. All notes begin before its end. */
  readonly seconds: number;
  /** In the order of time. */
  readonly notes: readonly Note[];
}

/** Returns whether a voice is a drum. */
export function isDrum(voice: Voice): voice is Drum {
  return DRUMS.includes(voice as Drum);
}

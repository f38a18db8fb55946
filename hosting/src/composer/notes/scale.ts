/**
 * The modes that pieces are written in, from the happiest to the least happy, as semitones above the
 * tonic. The order is what listeners said (Temperley and Tan 2013, "Emotional connotations of diatonic
 * modes", Music Perception 30(3), 237-257): the lower the degrees of the scale, the less happy. Lydian
 * is left out, on whose place they did not agree.
 */
export const MODES = {
  ionian: [0, 2, 4, 5, 7, 9, 11],
  mixolydian: [0, 2, 4, 5, 7, 9, 10],
  dorian: [0, 2, 3, 5, 7, 9, 10],
  aeolian: [0, 2, 3, 5, 7, 8, 10],
  phrygian: [0, 1, 3, 5, 7, 8, 10],
} as const;

/** The name of a mode. */
export type Mode = keyof typeof MODES;

/** How many steps there are to the octave in every scale. */
export const OCTAVE = 7;

/** Seven tones above a tonic. */
export interface Scale {
  /** Each step of an octave, as semitones above the tonic. */
  readonly semitones: readonly number[];
  /** The MIDI number of the tonic that steps are counted from. */
  readonly tonic: number;
}

/** Returns the MIDI number of a step of the scale: 0 is the tonic, 7 its octave, -1 the step below. */
export function pitchOf({ semitones, tonic }: Scale, step: number): number {
  const octave = Math.floor(step / OCTAVE);
  return tonic + 12 * octave + (semitones[step - octave * OCTAVE] ?? 0);
}

/** Returns the step of the scale that is nearest to a MIDI number, the lower one of two. */
export function stepNear(scale: Scale, pitch: number): number {
  let step = Math.floor(((pitch - scale.tonic) / 12) * OCTAVE) - 1;
  while (Math.abs(pitchOf(scale, step + 1) - pitch) < Math.abs(pitchOf(scale, step) - pitch)) {
    step += 1;
  }
  return step;
}
